/* A queue that is right, and asks a little tolerance: two lanes, and few places.
 * SPDX-License-Identifier: MIT
 *
 * The items of a thread keep their order, in one of two lanes; those of another
 * may overtake them.  It offers capacities up to 10.  Its waits are naps, which cost
 * a test less than a wake-up for each item.
 */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "contender.h"

enum { N_LANES = 2, MOST = 10, NAP_NS = 50000 };

struct lanes {
    pthread_mutex_t lock;
    size_t capacity, n, n_of[N_LANES];
    uintptr_t items[N_LANES][MOST];
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    struct lanes *q = calloc(1, sizeof(*q));

    (void)self;
    if (!capacity || capacity > MOST || !q) {
        free(q);
        return q ? EINVAL : ENOMEM;
    }
    pthread_mutex_init(&q->lock, NULL);
    q->capacity = capacity;
    *queue = q;
    return 0;
}

static int
destroy(void *queue)
{
    struct lanes *q = queue;

    pthread_mutex_destroy(&q->lock);
    free(q);
    return 0;
}

/* The lane of the calling thread: threads draw them in turn. */
static size_t
own_lane(void)
{
    static size_t n_threads;
    static _Thread_local size_t drawn;

    if (!drawn)
        drawn = __atomic_add_fetch(&n_threads, 1, __ATOMIC_RELAXED);
    return drawn % N_LANES;
}

static void
nap(struct lanes *q)
{
    pthread_mutex_unlock(&q->lock);
    clock_nap(NAP_NS);
    pthread_mutex_lock(&q->lock);
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct lanes *q = queue;
    size_t lane = own_lane();

    pthread_mutex_lock(&q->lock);
    while (q->n == q->capacity && !deadline)
        nap(q);
    int error = q->n == q->capacity ? EAGAIN : 0;
    if (!error) {
        q->items[lane][q->n_of[lane]++] = item;
        q->n++;
    }
    pthread_mutex_unlock(&q->lock);
    return error;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct lanes *q = queue;

    pthread_mutex_lock(&q->lock);
    while (!q->n && !deadline)
        nap(q);
    int error = q->n ? 0 : EAGAIN;
    if (!error) {
        size_t lane = q->n_of[1] ? 1 : 0;
        *item = q->items[lane][0];
        q->n--;
        memmove(q->items[lane], q->items[lane] + 1,
                --q->n_of[lane] * sizeof(*item));
    }
    pthread_mutex_unlock(&q->lock);
    return error;
}

static size_t
size(void *queue)
{
    struct lanes *q = queue;

    pthread_mutex_lock(&q->lock);
    size_t n = q->n;
    pthread_mutex_unlock(&q->lock);
    return n;
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0};
}

static const struct contender lanes = {.abi = CONTENDER_ABI,
                                       .name = "lanes",
                                       .family = "lanes",
                                       .traits = CONTENDER_BOUNDED,
                                       .create = create,
                                       .destroy = destroy,
                                       .put = put,
                                       .get = get,
                                       .size = size,
                                       .counts = counts};

const struct contender *const contenders[] = {&lanes, NULL};
