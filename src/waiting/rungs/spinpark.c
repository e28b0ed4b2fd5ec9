/* Spin, then park: look for 20 us, then sleep.
 * SPDX-License-Identifier: MIT
 *
 * Competitive spinning: a thread that spins for as long as a park and a wake
 * cost, and then parks, pays at most twice the optimum, which it could only
 * choose if it knew how long it would wait (Karlin, Li, Manasse and Owicki, "Empirical Studies of
 * Competitive Spinning", SOSP 1991).  Used by: folly's Baton (2 us), KVM's
 * halt polling (up to 200 us), Go's scheduler.
 */
#include "clock.h"
#include "waiting/ways.h"

#define BUDGET_NS (20 * NS_PER_US)

static int
wait_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    int64_t until_ns = clock_now_ns() + deadline_limit_ns(deadline, BUDGET_NS);
    unsigned long long looks = 0;

    for (; turn_is_still(t, turn) && clock_now_ns() < until_ns; looks++)
        cpu_pause();
    turn_count(&t->polls, looks);
    return futex_wait(t, turn, deadline);
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, wait_while);
}

const struct way way_spinpark = {
    .name = "spin-20us-park",
    .polls = 1,
    .wait = wait,
    .wake = futex_wake,
};
