/* A turn: what a thread waits for, whichever way it waits.
 * SPDX-License-Identifier: MIT
 *
 * How it works: each condition that a thread can wait for has a turn: a
 * sequence number, advanced under the queue's lock by each thread that may have
 * made the condition true.  A thread that finds the condition false, under the
 * same lock, reads the turn, releases the lock, and sleeps while the turn is
 * unchanged; then it takes the lock and checks again.  No wake-up is lost: an
 * advance after that reading changes the number, however late the waiter
 * compares it, and an advance before it had made the condition true already.
 *
 * (The number has 32 bits, since a futex has: if exactly 2^32 turns passed
 * between the noting and the waiting, the waiter would sleep on.  At 10 million
 * turns a second it would have to be kept from running for seven minutes, and
 * then for exactly that many turns. musl once used such sequence numbers in its
 * condition variables, and dropped them partly for this.)
 *
 * A way of waiting is a struct way; each is in a file of its own.
 */
#ifndef DOORBELL_WAITING_TURN_H
#define DOORBELL_WAITING_TURN_H

#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdint.h>
#include <time.h>

struct way;

struct turn {
    const struct way *way;
    atomic_uint count;  /* advanced under the lock, read by all */
    unsigned n_waiting; /* the lock guards it */
    unsigned n_woken;   /* of those, the ones that a wake-up is under way to */
    atomic_uint n_asleep; /* of those, the ones in the kernel: see futex.c */
    atomic_int cpu;       /* adaptive: where the last wake-up came from */
    pthread_cond_t cond;  /* each way uses the one that it needs: */
    sem_t semaphore;
    int eventfd;
    atomic_llong spin_ns; /* adaptive: what the last waits have taught */
    /* Counted for the reports, without order: */
    atomic_ullong polls, parks, wakes;
};

struct way {
    const char *name;
    int64_t nap_ns; /* of those that nap, to be reported */
    int polls;      /* whether a waiter uses CPU, or looks now and then */

    /* Make and undo what the way needs in a turn; NULL where nothing. */
    int (*init)(struct turn *t);
    void (*destroy)(struct turn *t);

    /* Waits once, for the turn to advance or for no reason.  Called with the
     * lock held, returns with it held; 0, or ETIMEDOUT at the deadline.
     */
    int (*wait)(struct turn *t, pthread_mutex_t *lock,
                const struct timespec *deadline);

    /* Wakes n waiters, at least one; called after an advance, without the
     * lock, and only when so many waited.  NULL: they find out.
     */
    void (*wake)(struct turn *t, unsigned n);

    /* Wake before the unlock instead, as src/blocking does. */
    int wakes_locked;

    /* How producers wait for room, when not like this; or NULL. */
    const struct way *for_room;
};

int turn_init(struct turn *t, const struct way *way);
void turn_destroy(struct turn *t);

/* Waits once; see struct way.  The caller loops over its predicate. */
int turn_wait(struct turn *t, pthread_mutex_t *lock,
              const struct timespec *deadline);

/* Under the lock: the condition may have become true, for n waiters.  Returns
 * how many of them turn_wake has to wake after the unlock.  A waiter that a
 * wake-up is under way to is not woken again: what is put before it runs it will
 * find when it runs.
 */
unsigned turn_advance(struct turn *t, unsigned n);

/* Without the lock: wakes n waiters; nothing when n is 0. */
void turn_wake(struct turn *t, unsigned n);

/* For the ways that wait outside the lock: notes the turn, unlocks, calls
 * wait_while(t, turn, deadline), which returns 0 once the turn is another, or
 * ETIMEDOUT, and locks.
 */
int turn_wait_outside(struct turn *t, pthread_mutex_t *lock,
                      const struct timespec *deadline,
                      int (*wait_while)(struct turn *t, unsigned turn,
                                        const struct timespec *deadline));

/* Whether the turn is still the one that was noted: one look.  Acquire: pairs
 * with the release in turn_advance, though the lock orders the rest.
 */
static inline int
turn_is_still(struct turn *t, unsigned turn)
{
    return atomic_load_explicit(&t->count, memory_order_acquire) == turn;
}

/* Counts what a report wants to know; no order is needed. */
static inline void
turn_count(atomic_ullong *counter, unsigned long long n)
{
    atomic_fetch_add_explicit(counter, n, memory_order_relaxed);
}

/* Whether the deadline, unless it is NULL, has passed. */
int deadline_passed(const struct timespec *deadline);

/* The shorter of ns and the time that is left until the deadline. */
int64_t deadline_limit_ns(const struct timespec *deadline, int64_t ns);

#endif
