/* Gather: sleep until woken, then nap for 10 ms and take what has come.
 * SPDX-License-Identifier: MIT
 *
 * One wake-up for a batch: the CPU of a long nap at work, and nothing at all
 * when idle.  Only consumers gather.  Used by: network cards' interrupt
 * moderation, Linux's NAPI, Kafka's linger.ms, TCP's delayed acknowledgements.
 */
#include "clock.h"
#include "waiting/ways.h"

#define GATHER_NS (10 * NS_PER_MS)

static int
wait_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    int error = futex_wait(t, turn, deadline);

    if (!error)
        clock_nap(deadline_limit_ns(deadline, GATHER_NS));
    return error;
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, wait_while);
}

const struct way way_gather = {
    .name = "gather-10ms",
    .nap_ns = GATHER_NS,
    .wait = wait,
    .wake = futex_wake,
    .for_room = &way_futex,
};
