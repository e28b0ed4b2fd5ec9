/* One end of the fast queue: its position, its lock and its marks in one word.
 * SPDX-License-Identifier: MIT
 *
 * Who puts needs four things of the tail: its lock, whether it is closed, how far
 * it is, and, once the item is there, whether a thread sleeps for it.  The head is
 * the same for who gets.  In words of their own they cost a locked instruction
 * each.  In one word two are enough:
 *
 *     a thread that puts                     a thread that waits for an item
 *       locks the word, and reads it           is counted by the doorbell
 *       writes the item                        marks the word as awaited      (2)
 *       adds 1 to the position and             looks once more: the position  (3)
 *         unlocks, in one instruction, if        is in that word
 *         the word is as it was read    (1)    sleeps
 *
 * No wake-up is lost, and no fence is needed: all threads agree on the order of
 * the changes to one word.  Either (2) comes before (1), which then fails, for the
 * word is not as it was: the thread publishes without unlocking, rings the
 * doorbell, and unlocks.  Or (1) comes before (2), and (3) sees the item.
 *
 * And the fast way touches the queue for the last time when it publishes.  So a
 * thread that learns by the item that the queue is no longer needed may destroy
 * it.  The slow way rings with the lock held, which the destroyer takes.
 *
 * The mark stays until a thread that holds the lock finds nobody announced.  It
 * takes the mark away, and then looks for announcements again: one that came in
 * between may have marked the word before.
 *
 * The lock is the mutex of Drepper's "Futexes Are Tricky" (2011): a thread that
 * finds it held says so in the word and sleeps on the word's lower half; who
 * unlocks wakes one if any said so.
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
    _Alignas(
        CACHE_LINE) struct segment *segment; /* NULL before the first item */
    size_t at;                               /* the next place in it */
    uint64_t known; /* the other end's position when it was last read */
    bool is_alone;  /* by promise: no lock is needed */
    _Alignas(CACHE_LINE) _Atomic uint64_t word;
    atomic_int cpu; /* where a thread used this end lately */
};

/* For end_lock and end_unlock: the lock is held by another; it is wanted. */
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
