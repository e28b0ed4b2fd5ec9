/* The fast queue as contenders.
 * SPDX-License-Identifier: MIT
 */
#include "contender.h"
#include "ring/ring.h"

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    struct ring *r;
    unsigned flags = self->traits & CONTENDER_SPSC
                         ? RING_ONE_PRODUCER | RING_ONE_CONSUMER
                         : 0;
    int error = ring_create(&r, capacity, flags);

    if (!error)
        *queue = r;
    return error;
}

static int
destroy(void *queue)
{
    ring_close_drop(queue, NULL, NULL);
    return ring_destroy(queue);
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    return ring_put_until(queue, (void *)item, deadline);
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    void *got;
    int error = ring_get_until(queue, &got, deadline);

    if (!error)
        *item = (uintptr_t)got;
    return error;
}

static size_t
size(void *queue)
{
    return ring_size(queue);
}

static struct contender_counts
counts(void *queue)
{
    struct ring_counts c = ring_counts(queue);

    return (struct contender_counts){c.looks, c.parks, c.wakes};
}

struct drop {
    void (*function)(void *context, uintptr_t item);
    void *context;
};

static void
drop_one(void *context, void *item)
{
    struct drop *drop = context;

    drop->function(drop->context, (uintptr_t)item);
}

static void
close_ring(void *queue, void (*function)(void *context, uintptr_t item),
           void *context)
{
    struct drop drop = {function, context};

    if (function)
        ring_close_drop(queue, drop_one, &drop);
    else
        ring_close(queue);
}

static int
task_done(void *queue)
{
    return ring_task_done(queue);
}

static int
join(void *queue, const struct timespec *deadline)
{
    return ring_join_until(queue, deadline);
}

#define RING(ring_name, more)                                                  \
    {                                                                          \
        .abi = CONTENDER_ABI, .name = ring_name, .family = "ring",             \
        .traits = CONTENDER_BOUNDED | CONTENDER_UNBOUNDED | CONTENDER_CLOSE |  \
                  CONTENDER_TIMED | CONTENDER_JOIN | (more),                   \
        .create = create, .destroy = destroy, .put = put, .get = get,          \
        .size = size, .counts = counts, .close = close_ring,                   \
        .task_done = task_done, .join = join                                   \
    }

static const struct contender ring = RING("ring", 0);
static const struct contender ring_spsc = RING("ring-spsc", CONTENDER_SPSC);

const struct contender *const contenders[] = {&ring, &ring_spsc, NULL};
