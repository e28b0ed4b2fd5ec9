/* Backoff: look again after a sleep that doubles, from 10 us to 10 ms.
 * SPDX-License-Identifier: MIT
 *
 * Lower delay than a long nap when the wait is short, cheaper than a short nap
 * when it is long; the longer it has waited, the later it notices.  Used by: many a
 * retry loop; TCP's retransmissions; Aeron's BackoffIdleStrategy.
 */
#include <errno.h>

#include "clock.h"
#include "waiting/ways.h"

#define SHORTEST_NS (10 * NS_PER_US)
#define LONGEST_NS  (10 * NS_PER_MS)

static int
wait_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    unsigned long long looks = 0;
    int64_t nap_ns = SHORTEST_NS;

    for (; turn_is_still(t, turn) && !deadline_passed(deadline); looks++) {
        clock_nap(deadline_limit_ns(deadline, nap_ns));
        nap_ns = nap_ns < LONGEST_NS / 2 ? nap_ns * 2 : LONGEST_NS;
    }
    turn_count(&t->polls, looks);
    return turn_is_still(t, turn) ? ETIMEDOUT : 0;
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, wait_while);
}

const struct way way_backoff = {
    .name = "backoff",
    .nap_ns = LONGEST_NS,
    .polls = 1,
    .wait = wait,
};
