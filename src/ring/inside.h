/* The fast queue from inside.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_RING_INSIDE_H
#define DOORBELL_RING_INSIDE_H

#include <pthread.h>
#include <stdatomic.h>

#include "must.h"
#include "ring/doorbell.h"
#include "ring/ring.h"

enum { CACHE_LINE = 64, SEGMENT_ITEMS = 127, RING_CLOSED = 1 };

struct segment {
    struct segment *next;
    void *items[SEGMENT_ITEMS];
};

/* What only the holder of the end's lock touches is on one cache line, what all
 * may look at on another: threads that look must not slow down one that works.
 */
struct end {
    _Alignas(CACHE_LINE) pthread_mutex_t lock;
    bool is_alone;   /* by promise: no lock is needed */
    size_t position; /* how many items went through this end */
    size_t known;    /* the other end's position when it was last read */
    struct segment *segment; /* NULL before the first item */
    size_t at;               /* the next place in it */
    /* The position for all to see; the tail's twice, + RING_CLOSED. */
    _Alignas(CACHE_LINE) atomic_size_t published;
    atomic_int cpu; /* where a thread used this end lately */
};

struct ring {
    size_t capacity; /* 0: unbounded */
    struct end head, tail;
    _Alignas(CACHE_LINE) struct doorbell not_empty;
    _Alignas(CACHE_LINE) struct doorbell not_full;
    _Alignas(CACHE_LINE) struct doorbell all_done;
    pthread_mutex_t tasks;
    atomic_size_t n_done;            /* written with tasks held */
    struct segment *first;           /* written before the first publishing */
    _Atomic(struct segment *) spare; /* a segment that the tail may use again */
};

/* Nothing is touched after end_unlock, unless by promise the end has no lock. */
static inline void
end_lock(struct end *end)
{
    if (!end->is_alone)
        must(pthread_mutex_lock(&end->lock));
}

static inline void
end_unlock(struct end *end)
{
    if (!end->is_alone)
        must(pthread_mutex_unlock(&end->lock));
}

/* Once in some items: where this end is used. */
static inline void
end_note_cpu(struct end *end, int cpu)
{
    atomic_store_explicit(&end->cpu, cpu, memory_order_relaxed);
}

/* How many items were put so far, and whether that is all. */
static inline size_t
ring_n_put(struct ring *r, bool *closed)
{
    size_t word = atomic_load(&r->tail.published);

    *closed = word & RING_CLOSED;
    return word / 2;
}

/* The chain goes on: a segment behind the tail's (false: no memory), and the one
 * behind the head's, which is left behind.
 */
bool chain_append(struct ring *r);
void chain_leave(struct ring *r);

/* For the holder of the tail: writes up to n items behind each other, and returns
 * how many; fewer when there is no memory.
 */
static inline size_t
chain_write(struct ring *r, void *const *items, size_t n)
{
    size_t written = 0;

    while (written < n) {
        if (r->tail.at == SEGMENT_ITEMS && !chain_append(r))
            break;
        r->tail.segment->items[r->tail.at++] = items[written++];
    }
    return written;
}

/* For the holder of the head: reads n items, which must be there. */
static inline void
chain_read(struct ring *r, void **items, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (r->head.at == SEGMENT_ITEMS)
            chain_leave(r);
        items[i] = r->head.segment->items[r->head.at++];
    }
}

/* Gives all of it back. */
void chain_free(struct ring *r);

/* Counts n more as done, as far as so many are unfinished; returns how many. */
size_t tasks_count_done(struct ring *r, size_t n);

#endif
