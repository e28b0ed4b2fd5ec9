/* A short file of /proc/PID/task/T.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_WHOPOLLS_FILE_H
#define DOORBELL_WHOPOLLS_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Its first size - 1 bytes without the line's end; false when it is empty or
 * cannot be read.
 */
bool file_read(pid_t pid, pid_t tid, const char *name, char *text, size_t size);

#endif
