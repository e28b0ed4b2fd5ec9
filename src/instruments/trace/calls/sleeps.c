/* The decorator of sleeps and yields.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "calls.h"
#include "trace/looks.h"
#include "visit.h"

/* The thread's last look at a clock. */
static _Thread_local struct reading {
    clockid_t clock;
    int64_t ns; /* 0: none */
} last __attribute__((tls_model("initial-exec")));

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

/* Whether the moment was made as the one before was, from a look at the clock. */
static void
slept_until(const struct visit *v, clockid_t clock, int64_t until_ns)
{
    int64_t now, ahead_ns = until_ns - last.ns;

    if (!v->t)
        return;
    struct spot *spot = visit_end(v, CALL_SLEEP, &now);
    bool knows = last.ns && last.clock == clock;
    if (knows && spot->ahead_ns == ahead_ns)
        look_then_nap_until(&v->t->look);
    else
        look_then_sleep_until(&v->t->look);
    spot->ahead_ns = knows ? ahead_ns : 0;
}

static int64_t
ns_of(const struct timespec *t)
{
    return (int64_t)t->tv_sec * 1000000000 + t->tv_nsec;
}

int
trace_clock_gettime(clockid_t clock, struct timespec *now)
{
    int result = hooks_real()->clock_gettime(clock, now);

    if (result == 0)
        last = (struct reading){clock, ns_of(now)};
    return result;
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

    if (flags & TIMER_ABSTIME)
        slept_until(&v, clock, ns_of(until));
    else
        slept(&v, CALL_SLEEP, look_then_nap);
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
