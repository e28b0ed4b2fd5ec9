/* What a thread of another process sleeps in, and what can end that sleep.
 * SPDX-License-Identifier: MIT
 *
 * /proc/PID/task/T/syscall has the call and its arguments.  A time-out behind a
 * pointer is read from /proc/PID/mem.  Both need the right to trace the process.
 */
#ifndef DOORBELL_WHOPOLLS_SLEEP_H
#define DOORBELL_WHOPOLLS_SLEEP_H

#include <stdint.h>
#include <sys/types.h>

enum cause {
    CAUSE_NONE,    /* the thread is awake */
    CAUSE_CLOCK,   /* a nap: only the clock ends it */
    CAUSE_EITHER,  /* a wait with a time-out */
    CAUSE_TIMER,   /* a read of a timerfd */
    CAUSE_EVENT,   /* a wait without a time-out */
    CAUSE_UNKNOWN, /* asleep, and the kernel does not say in what */
};

struct sleep {
    enum cause cause;
    const char *call;    /* "futex"; static */
    int fd;              /* the epoll that it waits for, or -1 */
    int64_t length_ns;   /* of a relative time-out; -1: not known */
    int64_t deadline_ns; /* of an absolute one, CLOCK_MONOTONIC; -1 */
};

/* mem is /proc/PID/mem, or -1 when it cannot be opened. */
struct sleep sleep_read(pid_t pid, pid_t tid, int mem);

/* How often a second the timerfds of an epoll expire, 0 without any. */
double sleep_timers_per_s(pid_t pid, int epoll);

#endif
