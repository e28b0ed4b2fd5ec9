/* Spin: look again at once.
 * SPDX-License-Identifier: MIT
 *
 * Notices within nanoseconds, and takes a whole core for it.  On a core that
 * it shares with the thread it waits for, it keeps that thread from running
 * until the scheduler takes the core away.  Used by: the Disruptor's
 * BusySpinWaitStrategy, DPDK's poll mode drivers, each on a core of its own.
 */
#include <errno.h>

#include "waiting/ways.h"

static int
wait_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    unsigned long long looks = 0;

    for (; turn_is_still(t, turn) && !deadline_passed(deadline); looks++)
        continue;
    turn_count(&t->polls, looks);
    return turn_is_still(t, turn) ? ETIMEDOUT : 0;
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, wait_while);
}

const struct way way_spin = {
    .name = "spin",
    .polls = 1,
    .wait = wait,
};
