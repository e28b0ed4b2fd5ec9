/* Naps and yields: a thread that takes one will check again by itself.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/hooks.h"
#include "whyhang/calls/calls.h"
#include "whyhang/watch/watched.h"

int
call_nap(const struct timespec *duration, struct timespec *left)
{
    wait_begin(WHY_NAP, NULL, hooks_site);
    int error = hooks_real()->nanosleep(duration, left);
    wait_end();
    return error;
}

int
call_clock_nap(clockid_t clock, int flags, const struct timespec *until,
               struct timespec *left)
{
    wait_begin(WHY_NAP, NULL, hooks_site);
    int error = hooks_real()->clock_nanosleep(clock, flags, until, left);
    wait_end();
    return error;
}

int
call_short_nap(useconds_t us)
{
    wait_begin(WHY_NAP, NULL, hooks_site);
    int error = hooks_real()->usleep(us);
    wait_end();
    return error;
}

int
call_yield(void)
{
    wait_begin(WHY_NAP, NULL, hooks_site);
    int error = hooks_real()->sched_yield();
    wait_end();
    return error;
}
