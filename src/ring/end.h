/* One end of the fast queue: its position, its lock and its marks in one word.
 * SPDX-License-Identifier: MIT
 *
 * A put needs four things of the tail: its lock, whether it is closed, its position,
 * and, once the item is there, whether a thread sleeps until there is one.  A get
 * needs the same of the head.  In words of their own they cost a locked instruction
 * each.  In one word two are enough:
 *
 *     a producer                             a waiting consumer
 *       locks the word, and reads it           is counted by the doorbell
 *       writes the item                        marks the word as awaited      (2)
 *       adds 1 to the position and             looks once more: the position  (3)
 *         unlocks, in one instruction, if        is in that word
 *         the word is as it was read    (1)    sleeps
 *
 * No wake-up is lost, and no fence is needed: all threads agree on the order of
 * the changes to one word.  Either (2) comes before (1).  Then (1) fails, since the
 * word is not as it was; the producer publishes with the lock held, wakes the
 * consumer, and unlocks.  Or (1) comes before (2), and (3) sees the item.
 *
 * The fast way touches the queue for the last time when it publishes.  So a thread
 * that learns by the item that the queue is no longer needed may destroy it.  The
 * slow way wakes with the lock held, and ring_destroy takes that lock.
 *
 * The mark stays until a holder of the lock finds no waiter counted.  It removes
 * the mark and then checks the count again: a waiter that was counted in between
 * may have marked the word before the removal.
 *
 * The lock is the mutex of Drepper's "Futexes Are Tricky" (2011).  A thread that
 * finds it held marks the word as contended and sleeps on the word's lower half; an
 * unlock that finds this mark wakes one such thread.
 */
#ifndef DOORBELL_RING_END_H
#define DOORBELL_RING_END_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "ring/doorbell.h"

enum { CACHE_LINE = 64 };

/* The word: marks, and above them how many items went through this end. */
enum {
    END_CLOSED = 1, /* the tail's: no more will come */
    END_LOCKED = 2,
    END_CONTENDED = 4, /* a thread sleeps for the lock */
    END_AWAITED = 8,   /* a thread sleeps, or will, for what this end does */
    END_ITEM = 16,
};

struct segment;

/* What only the holder of the lock touches is on one cache line, what all may
 * look at on another: threads that look must not slow down one that works.
 */
struct end {
    _Alignas(CACHE_LINE) bool is_alone; /* by promise: no lock is needed */
    struct segment *segment;            /* NULL before the first item */
    size_t at;                          /* the next place in it */
    uint64_t known; /* the other end's position when it was last read */
    _Alignas(CACHE_LINE) _Atomic uint64_t word;
    atomic_int cpu; /* where a thread used this end lately */
};

/* The slow halves of end_lock, when the lock is held, and of end_unlock, when a
 * thread sleeps until it is free.
 */
uint64_t end_lock_later(struct end *end);
void end_wake(struct end *end);

/* How many items went through. */
static inline uint64_t
end_position(uint64_t word)
{
    return word / END_ITEM;
}

/* Returns the word as it is while the lock is held. */
static inline uint64_t
end_lock(struct end *end)
{
    uint64_t word = atomic_load_explicit(&end->word, memory_order_relaxed);

    if (end->is_alone)
        return word;
    if (word & END_LOCKED || !atomic_compare_exchange_strong_explicit(
                                 &end->word, &word, word | END_LOCKED,
                                 memory_order_acquire, memory_order_relaxed))
        return end_lock_later(end);
    return word | END_LOCKED;
}

/* Nothing is touched after it, unless by promise the end has no lock. */
static inline void
end_unlock(struct end *end)
{
    if (!end->is_alone &&
        atomic_fetch_and(&end->word, ~(uint64_t)(END_LOCKED | END_CONTENDED)) &
            END_CONTENDED)
        end_wake(end);
}

/* The fast way: n items more, and unlocked.  *word is what end_lock returned.
 * False, and nothing is done, when another thread wants something of this end:
 * then *word is what it is by now.
 */
static inline bool
end_publish_and_unlock(struct end *end, uint64_t *word, size_t n)
{
    return !(*word & (END_CLOSED | END_CONTENDED | END_AWAITED)) &&
           atomic_compare_exchange_strong(&end->word, word,
                                          (*word & ~(uint64_t)END_LOCKED) +
                                              n * END_ITEM);
}

/* The slow way: n items more.  False when a close came first.  *word is the word
 * that the items were added to.
 */
static inline bool
end_publish(struct end *end, uint64_t *word, size_t n)
{
    do
        if (*word & END_CLOSED)
            return false;
    while (
        !atomic_compare_exchange_weak(&end->word, word, *word + n * END_ITEM));
    return true;
}

/* For a thread that is announced at the doorbell. */
static inline void
end_await(struct end *end)
{
    atomic_fetch_or(&end->word, END_AWAITED);
}

/* For the holder of the lock, after it has added items to a word that was marked:
 * rings, or takes the mark away when nobody is announced.
 */
void end_ring(struct end *end, struct doorbell *bell);

/* Once in some items: where this end is used. */
static inline void
end_note_cpu(struct end *end, int cpu)
{
    atomic_store_explicit(&end->cpu, cpu, memory_order_relaxed);
}

#endif
