/* All threads of a process, looked at again and again.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_WHOPOLLS_THREADS_H
#define DOORBELL_WHOPOLLS_THREADS_H

#include <stddef.h>

#include "whopolls/thread.h"

struct threads {
    pid_t pid;
    int mem; /* /proc/PID/mem, or -1 */
    struct thread *all;
    size_t n, room;
    size_t n_here; /* at the last look; 0: the process has ended */
};

/* Watches for so long; dies without memory. */
void threads_watch(struct threads *threads, pid_t pid, int64_t ns);

#endif
