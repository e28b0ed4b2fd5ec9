/* The fast queue from inside.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_RING_INSIDE_H
#define DOORBELL_RING_INSIDE_H

#include <pthread.h>
#include <stdatomic.h>

#include "must.h"
#include "ring/end.h"
#include "ring/ring.h"

enum { SEGMENT_ITEMS = 127, ITEMS_AT_CPU = 16, ENOUGH_ITEMS = 512 };

struct segment {
    struct segment *next;
    void *items[SEGMENT_ITEMS];
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

/* How many items were put so far, and whether that is all. */
static inline uint64_t
ring_n_put(struct ring *r, bool *closed)
{
    uint64_t position = atomic_load(&r->tail.position);

    *closed = position & END_CLOSED;
    return position / END_ITEM;
}

static inline uint64_t
ring_n_got(struct ring *r)
{
    return atomic_load(&r->head.position) / END_ITEM;
}

/* How much may gather: half, so that the other end can go on meanwhile. */
static inline size_t
ring_enough(const struct ring *r)
{
    size_t half = (r->capacity + 1) / 2;

    return half && half < ENOUGH_ITEMS ? half : ENOUGH_ITEMS;
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
