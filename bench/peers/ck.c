/* Concurrency Kit's ring, from its Debian package, as a contender.
 * SPDX-License-Identifier: MIT
 *
 * It never waits: a thread that finds it full or empty gives its core away and
 * looks again.  A ring of n slots, a power of two, holds n - 1 items, so the
 * capacity is kept by a look at its size; two producers may then exceed it by
 * one, so it is offered to one of each alone.
 */
#include <ck_ring.h>
#include <errno.h>
#include <sched.h>
#include <stdlib.h>

#include "contender.h"

enum { MAX = 1 << 24 };

struct peer {
    ck_ring_t ring;
    size_t capacity;
    ck_ring_buffer_t slots[];
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    unsigned n_slots = 4;

    (void)self;
    if (!capacity || capacity >= MAX)
        return EINVAL;
    while (n_slots - 1 < capacity)
        n_slots *= 2;
    struct peer *p = calloc(1, sizeof(*p) + n_slots * sizeof(*p->slots));
    if (!p)
        return ENOMEM;
    ck_ring_init(&p->ring, n_slots);
    p->capacity = capacity;
    *queue = p;
    return 0;
}

static int
destroy(void *queue)
{
    free(queue);
    return 0;
}

static size_t
size(void *queue)
{
    struct peer *p = queue;

    return ck_ring_size(&p->ring);
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct peer *p = queue;

    while (size(p) >= p->capacity ||
           !ck_ring_enqueue_spsc(&p->ring, p->slots, (void *)item)) {
        if (deadline)
            return EAGAIN;
        sched_yield();
    }
    return 0;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct peer *p = queue;
    void *got;

    while (!ck_ring_dequeue_spsc(&p->ring, p->slots, (void *)&got)) {
        if (deadline)
            return EAGAIN;
        sched_yield();
    }
    *item = (uintptr_t)got;
    return 0;
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0, 0, 0};
}

static const struct contender ck = {
    .abi = CONTENDER_ABI,
    .name = "ck",
    .family = "peer",
    .traits = CONTENDER_BOUNDED | CONTENDER_SPSC | CONTENDER_POLLS,
    .create = create,
    .destroy = destroy,
    .put = put,
    .get = get,
    .size = size,
    .counts = counts,
};

const struct contender *const contenders[] = {&ck, NULL};
