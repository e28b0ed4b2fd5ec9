/* A thread with a name, so that top -H, gdb and perf teach too.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_THREAD_H
#define DOORBELL_THREAD_H

#include <pthread.h>
#include <stddef.h>

/* Starts body(argument) in a thread named "role-index", with the role cut so
 * that it fits the kernel's 15 bytes.  SIGINT, SIGTERM, SIGHUP and SIGWINCH
 * are left to the main thread.  The caller joins it.  Returns 0 or the error
 * of pthread_create.
 */
int thread_start(pthread_t *thread, const char *role, size_t index,
                 void *(*body)(void *), void *argument);

#endif
