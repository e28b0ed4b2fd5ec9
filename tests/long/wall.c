/* wall.so, to be preloaded: the wall clock is an hour ahead, every other time.
 * SPDX-License-Identifier: MIT
 *
 * What a program is told when somebody sets the clock, forth and back, twice a
 * second.  libfaketime could do it, but its 0.9.10 also takes over
 * pthread_cond_timedwait and ends waits on CLOCK_MONOTONIC at once, in a
 * program of ten lines without a queue too.
 */
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { AHEAD_S = 3600, HALF_NS = 500000000 };

int
clock_gettime(clockid_t id, struct timespec *t)
{
    int failed = (int)syscall(SYS_clock_gettime, id, t);

    if (!failed && id == CLOCK_REALTIME && t->tv_nsec >= HALF_NS)
        t->tv_sec += AHEAD_S;
    return failed;
}
