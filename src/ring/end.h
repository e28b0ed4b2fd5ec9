/* One end of the fast queue: its lock, its marks, and its position.
 * SPDX-License-Identifier: MIT
 *
 * A put needs four things of the tail: its lock, whether it is closed, its position,
 * and, once the item is there, whether a thread sleeps until there is one.  A get
 * needs the same of the head.  Two locked instructions do all of it:
 *
 *     a producer                             a waiting consumer
 *       locks the marks, and reads them        is counted by the doorbell
 *       writes the item                        marks the tail as awaited     (2)
 *       stores the position                    looks once more: the position (3)
 *       unlocks, in one instruction, if        sleeps
 *         the marks are as it read them  (1)
 *
 * No wake-up is lost, and no fence is needed: all threads agree on the order of
 * the changes to one word, and a change sees what came before the changes ahead of
 * it.  Either (2) comes before (1).  Then (1) fails, since the marks are not as
 * they were; the producer wakes the consumer and unlocks after it.  Or (1) comes
 * before (2), and (3) sees the position.
 *
 * The marks and the position are on two cache lines.  A thread that looks reads the
 * position over and over.  On the line of the marks each look would take the line
 * from the thread that works, up to twice an item.
 *
 * A thread may learn by the item that the queue is no longer needed, and destroy
 * it, before the producer has unlocked.  So ring_destroy takes both locks.
 *
 * The mark stays until a holder of the lock finds no waiter counted.  It removes
 * the mark and then checks the count again: a waiter that was counted in between
 * may have marked the end before the removal.
 *
 * The lock is the mutex of Drepper's "Futexes Are Tricky" (2011).  A thread that
 * finds it held marks it as contended and sleeps on the word of the marks; an
 * unlock that finds this mark wakes one such thread.
 *
 * An end that is alone by promise has no lock.  It publishes by a locked
 * instruction instead, which a close makes fail, and then reads the marks.
 */
#ifndef DOORBELL_RING_END_H
#define DOORBELL_RING_END_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "ring/doorbell.h"

enum { CACHE_LINE = 64 };

enum {
    END_LOCKED = 1,
    END_CONTENDED = 2, /* a thread sleeps for the lock */
    END_AWAITED = 4,   /* a thread sleeps, or will, for what this end does */
};

/* The position counts the items that went through this end, above one bit. */
enum {
    END_CLOSED = 1, /* the tail's: no more will come */
    END_ITEM = 2,
};

struct segment;

/* Both lines are written with the lock held, but for the marks. */
struct end {
    _Alignas(CACHE_LINE) atomic_uint marks;
    bool is_alone;           /* by promise: no lock is needed */
    struct segment *segment; /* NULL before the first item */
    size_t at;               /* the next place in it */
    uint64_t known;          /* the other end's count when it was last read */
    _Alignas(CACHE_LINE) _Atomic uint64_t position;
    atomic_int cpu; /* where a thread used this end lately */
};

/* The slow halves of end_lock, when the lock is held, and of end_unlock, when a
 * thread sleeps until it is free.
 */
unsigned end_lock_later(struct end *end);
void end_wake(struct end *end);

/* Returns the marks as they are while the lock is held. */
static inline unsigned
end_lock(struct end *end)
{
    unsigned marks = atomic_load_explicit(&end->marks, memory_order_relaxed);

    if (end->is_alone)
        return marks;
    if (marks & END_LOCKED || !atomic_compare_exchange_strong_explicit(
                                  &end->marks, &marks, marks | END_LOCKED,
                                  memory_order_acquire, memory_order_relaxed))
        return end_lock_later(end);
    return marks | END_LOCKED;
}

/* Nothing is touched after it, unless by promise the end has no lock. */
static inline void
end_unlock(struct end *end)
{
    if (!end->is_alone &&
        atomic_fetch_and(&end->marks, ~(unsigned)(END_LOCKED | END_CONTENDED)) &
            END_CONTENDED)
        end_wake(end);
}

/* For the holder of the lock: the position that no other thread changes. */
static inline uint64_t
end_own_position(struct end *end)
{
    return atomic_load_explicit(&end->position, memory_order_relaxed);
}

/* For the holder of the lock: n items more.  False when a close came first,
 * which the lock keeps out.
 */
static inline bool
end_publish(struct end *end, size_t n)
{
    uint64_t position = end_own_position(end);

    if (!end->is_alone) {
        atomic_store_explicit(&end->position, position + n * END_ITEM,
                              memory_order_release);
        return true;
    }
    do
        if (position & END_CLOSED)
            return false;
    while (!atomic_compare_exchange_weak(&end->position, &position,
                                         position + n * END_ITEM));
    return true;
}

/* The fast way, after a publishing: unlocks, and nothing is touched after it.
 * False, and nothing is done, when another thread wants something of this end.
 * marks are what end_lock returned.
 */
static inline bool
end_unlock_unmarked(struct end *end, unsigned marks)
{
    if (end->is_alone)
        return !(atomic_load(&end->marks) & END_AWAITED);
    return !(marks & (END_CONTENDED | END_AWAITED)) &&
           atomic_compare_exchange_strong(&end->marks, &marks, 0);
}

/* For a thread that is announced at the doorbell. */
static inline void
end_await(struct end *end)
{
    atomic_fetch_or(&end->marks, END_AWAITED);
}

/* After a publishing.  A change, though of no bit, since changes have one
 * order.
 */
static inline bool
end_is_awaited(struct end *end)
{
    return atomic_fetch_or(&end->marks, 0) & END_AWAITED;
}

/* For a thread that waited for what this end does, before it looks whether more
 * is left: whether another waits, too.  A thread that left the wake-up to this
 * one has published before its own change of the marks, and that is seen after
 * this change.
 */
static inline bool
end_is_awaited_by_others(struct end *end, struct doorbell *bell)
{
    return doorbell_has_waiters(bell) && end_is_awaited(end);
}

/* For the holder of the lock, after it has found the end awaited: rings,
 * or takes the mark away when nobody is announced.
 */
void end_ring(struct end *end, struct doorbell *bell);

/* Once in some items: where this end is used. */
static inline void
end_note_cpu(struct end *end, int cpu)
{
    atomic_store_explicit(&end->cpu, cpu, memory_order_relaxed);
}

#endif
