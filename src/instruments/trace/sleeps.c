/* The decorator of sleeps and yields.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "calls.h"
#include "looks.h"
#include "visit.h"

/* errno is the caller's business: what is counted leaves it alone. */
static void
slept(const struct visit *v, enum call call, void (*then)(struct look *look))
{
    int error = errno;
    int64_t now;

    if (v->t) {
        visit_end(v, call, &now);
        then(&v->t->look);
    }
    errno = error;
}

int
trace_nanosleep(const struct timespec *duration, struct timespec *left)
{
    struct visit v = visit_begin(hooks_site);
    int result = hooks_real()->nanosleep(duration, left);

    slept(&v, CALL_SLEEP, look_then_nap);
    return result;
}

int
trace_clock_nanosleep(clockid_t clock, int flags, const struct timespec *until,
                      struct timespec *left)
{
    struct visit v = visit_begin(hooks_site);
    int error = hooks_real()->clock_nanosleep(clock, flags, until, left);
    bool scheduled = flags & TIMER_ABSTIME;

    slept(&v, CALL_SLEEP, scheduled ? look_then_other : look_then_nap);
    return error;
}

int
trace_usleep(useconds_t us)
{
    struct visit v = visit_begin(hooks_site);
    int result = hooks_real()->usleep(us);

    slept(&v, CALL_SLEEP, look_then_nap);
    return result;
}

unsigned
trace_sleep(unsigned seconds)
{
    struct visit v = visit_begin(hooks_site);
    unsigned left = hooks_real()->sleep(seconds);

    slept(&v, CALL_SLEEP, look_then_nap);
    return left;
}

int
trace_sched_yield(void)
{
    struct visit v = visit_begin(hooks_site);
    int result = hooks_real()->sched_yield();

    slept(&v, CALL_YIELD, look_then_nap);
    return result;
}
