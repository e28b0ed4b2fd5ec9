/* The fast queue: its making and its end.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "must.h"
#include "ring/inside.h"

static void
end_init(struct end *end, bool is_alone)
{
    *end = (struct end){.is_alone = is_alone, .at = SEGMENT_ITEMS, .cpu = -1};
}

int
ring_create(struct ring **ring, size_t capacity, unsigned flags)
{
    if (flags & ~(unsigned)(RING_ONE_PRODUCER | RING_ONE_CONSUMER))
        return EINVAL;
    struct ring *r = aligned_alloc(CACHE_LINE, sizeof(*r));
    if (!r)
        return ENOMEM;
    *r = (struct ring){.capacity = capacity};
    end_init(&r->tail, flags & RING_ONE_PRODUCER);
    end_init(&r->head, flags & RING_ONE_CONSUMER);
    int error = pthread_mutex_init(&r->tasks, NULL);
    if (error)
        free(r);
    else
        *ring = r;
    return error;
}

/* The call that told this thread that it may destroy the queue may still be
 * waking others.  It does that with its lock held.
 */
static bool
is_in_use(struct ring *r)
{
    end_lock(&r->tail);
    end_lock(&r->head);
    must(pthread_mutex_lock(&r->tasks));
    bool used = ring_size(r) > 0 || doorbell_has_waiters(&r->not_empty) ||
                doorbell_has_waiters(&r->not_full) ||
                doorbell_has_waiters(&r->all_done);
    must(pthread_mutex_unlock(&r->tasks));
    end_unlock(&r->head);
    end_unlock(&r->tail);
    return used;
}

int
ring_destroy(struct ring *r)
{
    if (!r)
        return 0;
    if (is_in_use(r))
        return EBUSY;
    must(pthread_mutex_destroy(&r->tasks));
    chain_free(r);
    free(r);
    return 0;
}

/* Between two equal readings of the head the tail was read once. */
size_t
ring_size(struct ring *r)
{
    uint64_t n_got, n_put;
    bool closed;

    do {
        n_got = ring_n_got(r);
        n_put = ring_n_put(r, &closed);
    } while (n_got != ring_n_got(r));
    return n_put - n_got;
}

static void
add_counts(struct ring_counts *counts, struct doorbell *bell)
{
    counts->looks += bell->look.looks;
    counts->parks += bell->parks;
    counts->wakes += bell->wakes;
}

struct ring_counts
ring_counts(struct ring *r)
{
    struct ring_counts counts = {0};

    add_counts(&counts, &r->not_empty);
    add_counts(&counts, &r->not_full);
    add_counts(&counts, &r->all_done);
    return counts;
}
