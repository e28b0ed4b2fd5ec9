/* A ring for one producer and one consumer that needs no call at all.
 * SPDX-License-Identifier: MIT
 *
 * Compiled without -fsanitize=thread nothing of it can be seen, and no verdict
 * given.
 */
#include <errno.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "contender.h"

enum { N_SLOTS = 64 };

struct ring {
    size_t capacity;
    atomic_size_t n_put, n_got;
    uintptr_t slots[N_SLOTS];
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    struct ring *r = calloc(1, sizeof(*r));

    (void)self;
    if (!r)
        return ENOMEM;
    r->capacity = capacity;
    *queue = r;
    return 0;
}

static int
destroy(void *queue)
{
    free(queue);
    return 0;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct ring *r = queue;

    for (; r->n_put - r->n_got == r->capacity; sched_yield())
        if (deadline)
            return EAGAIN;
    r->slots[r->n_put % N_SLOTS] = item;
    r->n_put++;
    return 0;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct ring *r = queue;

    for (; r->n_put == r->n_got; sched_yield())
        if (deadline)
            return EAGAIN;
    *item = r->slots[r->n_got % N_SLOTS];
    r->n_got++;
    return 0;
}

static size_t
size(void *queue)
{
    struct ring *r = queue;

    return r->n_put - r->n_got;
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0};
}

static const struct contender unseen = {.abi = CONTENDER_ABI,
                                        .name = "unseen",
                                        .family = "unseen",
                                        .traits = CONTENDER_BOUNDED |
                                                  CONTENDER_SPSC |
                                                  CONTENDER_POLLS,
                                        .create = create,
                                        .destroy = destroy,
                                        .put = put,
                                        .get = get,
                                        .size = size,
                                        .counts = counts};

const struct contender *const contenders[] = {&unseen, NULL};
