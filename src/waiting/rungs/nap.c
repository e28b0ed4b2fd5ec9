/* Nap: look again after a fixed sleep of 1 ms.
 * SPDX-License-Identifier: MIT
 *
 * Costs CPU by the number of waiters and delay by the length of the nap, half
 * of it on average; both are paid whether items come or not.  Used by: the
 * Disruptor's SleepingWaitStrategy, and every `while not done: sleep`.
 */
#include <errno.h>

#include "clock.h"
#include "waiting/ways.h"

#define NAP_NS NS_PER_MS

static int
wait_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    unsigned long long looks = 0;

    for (; turn_is_still(t, turn) && !deadline_passed(deadline); looks++)
        clock_nap(deadline_limit_ns(deadline, NAP_NS));
    turn_count(&t->polls, looks);
    return turn_is_still(t, turn) ? ETIMEDOUT : 0;
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, wait_while);
}

const struct way way_nap = {
    .name = "nap-1ms",
    .nap_ns = NAP_NS,
    .polls = 1,
    .wait = wait,
};
