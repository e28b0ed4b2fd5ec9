/* A doorbell: an eventcount on a futex.
 * SPDX-License-Identifier: MIT
 *
 * For one condition that some threads wait for, and others make true, without a
 * lock that both hold.  It costs the others one load while no thread sleeps.
 *
 *     a waiter                               a waker
 *       notes the sequence number              makes the condition true   (1)
 *       announces itself: waiters + 2   (3)    loads waiters              (2)
 *       looks once more                 (4)    if one sleeps, and none is being
 *       sleeps while the sequence               woken: marks that one is, advances
 *         is the noted one                      the sequence, wakes one
 *       leaves: waiters - 2, unmarks
 *       looks again
 *
 * No wake-up is lost.  (1) and (2), (3) and (4) are sequentially consistent, so
 * they have one order that all threads agree on.  Either (3) comes before (2),
 * and the waker sees the waiter, or (2) comes before (3), thus (1) before (4),
 * and the waiter sees the condition.  On x86 that is the one place where the
 * order matters that the CPU does not keep by itself: (1) may wait in the store
 * buffer while (2) is done, unless (1) is a locked instruction.  And a wake-up
 * between the last look and the sleep changes the sequence, which the kernel
 * compares before it puts the thread to sleep, as one step.
 *
 * A wake-up under way is a wake-up paid for.  The lowest bit of waiters says
 * that a thread is being woken; until it has left no other is.  So the woken one
 * has a duty: after it has looked, and taken what it came for, it wakes another
 * if there is more (each wakes the next).  The mark is never left behind: it is
 * set only while a thread is announced, and each of those has noted a sequence
 * that the waker then changes, so at least one of them wakes, leaves, and
 * unmarks.  A thread that leaves at its deadline, or is cancelled, has the same
 * duty.
 *
 * A waker that unlocks something after it can have a mark in the word of the lock,
 * and need not even load waiters: see end.h.
 *
 * Before a thread announces itself it looks for a while, if that has paid lately:
 * see look.h.
 *
 * The eventcount is Reed and Kanodia's ("Synchronization with Eventcounts and
 * Sequencers", CACM 1979) in the form that Vyukov and folly's EventCount gave it;
 * a single wake-up at a time is how Go's scheduler wakes its threads.
 */
#ifndef DOORBELL_RING_DOORBELL_H
#define DOORBELL_RING_DOORBELL_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "ring/look.h"

enum { DOORBELL_WAKING = 1, DOORBELL_WAITER = 2 };

struct doorbell {
    atomic_uint waiters;  /* 2 each, + 1 while one is being woken */
    atomic_uint sequence; /* the futex */
    struct look look;
    atomic_ullong parks, wakes; /* for the reports, without order */
};

/* What a thread waits for, as it can be seen without a lock. */
struct condition {
    /* How much of it there is; 0: the thread has to wait; SIZE_MAX: it need not
     * wait for more.  May be called at any time.
     */
    size_t (*amount)(void *of);
    size_t enough; /* how much a thread may let gather */
    /* Called by a thread that is announced, before it looks for the last time;
     * NULL: the wakers look at the doorbell each time.
     */
    void (*await)(void *of);
    void *of;
};

/* Waits until the condition may hold, or the deadline (0, or ETIMEDOUT); not
 * never.  peer_cpu is where the thread ran lately that will make it true.  The
 * caller looks again after it, and then wakes the next if there is more.  A
 * cancellation point: a cancelled thread does that itself.
 */
int doorbell_wait(struct doorbell *bell, const struct condition *condition,
                  int peer_cpu, const struct timespec *deadline);

/* For doorbell_ring: some thread sleeps, and none is being woken. */
void doorbell_wake(struct doorbell *bell);

/* The condition holds now, for all of them. */
void doorbell_ring_all(struct doorbell *bell);

/* The condition holds now, for one.  What made it true was a sequentially
 * consistent store.
 */
static inline void
doorbell_ring(struct doorbell *bell)
{
    unsigned waiters = atomic_load(&bell->waiters);

    if (waiters >= DOORBELL_WAITER && !(waiters & DOORBELL_WAKING))
        doorbell_wake(bell);
}

/* Whether a thread is about to sleep, sleeps, or has not yet left. */
static inline bool
doorbell_has_waiters(struct doorbell *bell)
{
    return atomic_load(&bell->waiters) >= DOORBELL_WAITER;
}

#endif
