/* Yield: look again after letting others run.
 * SPDX-License-Identifier: MIT
 *
 * Takes a whole core when no other thread wants it, and gives it away when the
 * thread that it waits for does: on one core the fastest of those that
 * look.  Used by: the Disruptor's YieldingWaitStrategy.  It promises nothing:
 * with other threads ready a yield may cost a time slice, or do nothing.
 */
#include <errno.h>
#include <sched.h>

#include "waiting/ways.h"

static int
wait_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    unsigned long long looks = 0;

    for (; turn_is_still(t, turn) && !deadline_passed(deadline); looks++)
        sched_yield();
    turn_count(&t->polls, looks);
    return turn_is_still(t, turn) ? ETIMEDOUT : 0;
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, wait_while);
}

const struct way way_yield = {
    .name = "yield",
    .polls = 1,
    .wait = wait,
};
