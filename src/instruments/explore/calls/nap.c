/* Naps, yields and the clock, in virtual time.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "clock.h"
#include "explore/calls/calls.h"
#include "explore/oracles/loops/persistence.h"

/* How far CLOCK_REALTIME is ahead of CLOCK_MONOTONIC. */
#define EPOCH_NS (INT64_C(1700000000) * NS_PER_S)

/* Each reading of the clock moves it, so that a thread that waits for it ends.
 */
#define LOOK_NS (10 * NS_PER_US)
#define LEAP_NS NS_PER_MS
enum { LEAPS_MAX = 24 }; /* each twice as far */

int64_t
deadline_ns(clockid_t clock, const struct timespec *deadline)
{
    if (!deadline)
        return NEVER;
    if (deadline->tv_sec > INT64_C(8000000000))
        return NEVER;
    return clock_ns(*deadline) - (clock == CLOCK_REALTIME ? EPOCH_NS : 0);
}

/* A thread that looks again was not idle; its nap passes at once. */
static void
look_on(struct task *t, int64_t until_ns)
{
    unsigned n_idle = t->looks.n_idle;

    looks_again(t);
    t->looks.n_idle = n_idle;
    if (engine.now_ns < until_ns)
        engine.now_ns = until_ns;
}

/* When no thread can go on, time does: the nap ends, or the deadline comes
 * until which the thread would poll.
 */
void
explore_rest(int64_t until_ns, const void *site)
{
    struct task *t = engine.current;

    if (persistence_holds(t, site)) {
        look_on(t, until_ns);
        return;
    }
    if (!t->looks.circles) /* it naps: circle.h is for threads that do not */
        circle_init(&t->circle);
    unsigned variant = engine_step(
        (struct op){.kind = OP_REST, .deadline = NEVER, .site = site});

    looks_again(t);
    if (variant == VARIANT_LOOK_ON)
        persistence_begin(t);
    if (variant == VARIANT_TIMEOUT) {
        unsigned n = t->looks.n_idle < LEAPS_MAX ? t->looks.n_idle : LEAPS_MAX;
        int64_t leap = engine.now_ns + (LEAP_NS << n);
        if (t->deadline != NEVER && t->deadline > leap)
            leap = t->deadline;
        if (leap > until_ns)
            until_ns = leap;
    }
    if (engine.now_ns < until_ns)
        engine.now_ns = until_ns;
}

int
explore_nanosleep(const struct timespec *duration, struct timespec *left)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->nanosleep(duration, left);
    explore_rest(engine.now_ns + clock_ns(*duration), site);
    return 0;
}

int
explore_clock_nanosleep(clockid_t clock, int flags,
                        const struct timespec *until, struct timespec *left)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->clock_nanosleep(clock, flags, until, left);
    explore_rest(flags & TIMER_ABSTIME ? deadline_ns(clock, until)
                                       : engine.now_ns + clock_ns(*until),
                 site);
    return 0;
}

int
explore_usleep(useconds_t us)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->usleep(us);
    explore_rest(engine.now_ns + us * NS_PER_US, site);
    return 0;
}

unsigned
explore_sleep(unsigned seconds)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->sleep(seconds);
    explore_rest(engine.now_ns + seconds * NS_PER_S, site);
    return 0;
}

int
explore_yield(void)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->sched_yield();
    explore_rest(engine.now_ns, site);
    return 0;
}

int
explore_clock_gettime(clockid_t clock, struct timespec *now)
{
    if (!is_explored())
        return hooks_real()->clock_gettime(clock, now);
    engine.now_ns += LOOK_NS;
    engine.current->looks.read_clock = true;
    *now = clock_timespec(engine.now_ns +
                          (clock == CLOCK_REALTIME ? EPOCH_NS : 0));
    return 0;
}
