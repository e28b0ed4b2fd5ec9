/* The naive queue as a contender: its get is the naive worker's loop.
 * SPDX-License-Identifier: MIT
 *
 * The queue itself cannot wait, nor be closed; what its users do about that,
 * look and nap and look at a flag, is done here, as in worker.c.
 */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

#include "clock.h"
#include "contender.h"
#include "must.h"
#include "queue.h"

struct polled {
    struct queue queue;
    atomic_bool stopping; /* the flag of worker_stop */
    pthread_mutex_t lock; /* a put is before the stop, or refused */
    int64_t nap_ns;
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    if (capacity)
        return EINVAL;
    struct polled *p = malloc(sizeof(*p));
    if (!p)
        return ENOMEM;
    p->nap_ns = self->nap_ns;
    atomic_init(&p->stopping, false);
    int error = queue_init(&p->queue, self->name);
    if (error) {
        free(p);
        return error;
    }
    must(pthread_mutex_init(&p->lock, NULL));
    *queue = p;
    return 0;
}

static int
destroy(void *queue)
{
    struct polled *p = queue;
    int error = queue_destroy(&p->queue);

    if (error)
        return error;
    must(pthread_mutex_destroy(&p->lock));
    free(p);
    return 0;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct polled *p = queue;

    (void)deadline; /* there is always room */
    must(pthread_mutex_lock(&p->lock));
    int error =
        atomic_load(&p->stopping) ? EPIPE : queue_put(&p->queue, (void *)item);
    must(pthread_mutex_unlock(&p->lock));
    return error;
}

/* The flag is read before the queue: what was put before the stop is got. */
static int
look(struct polled *p, uintptr_t *item)
{
    void *got;
    bool stopping = atomic_load(&p->stopping);

    if (queue_get(&p->queue, &got) == EAGAIN)
        return stopping ? EPIPE : EAGAIN;
    *item = (uintptr_t)got;
    return 0;
}

/* How long to nap: not past the deadline; 0 when it has passed. */
static int64_t
nap_until_ns(const struct polled *p, const struct timespec *deadline)
{
    if (!deadline)
        return p->nap_ns;
    int64_t left_ns = clock_ns(*deadline) - clock_now_ns();
    return left_ns < 0 ? 0 : left_ns < p->nap_ns ? left_ns : p->nap_ns;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct polled *p = queue;
    int error;

    while ((error = look(p, item)) == EAGAIN) {
        int64_t nap_ns = nap_until_ns(p, deadline);
        if (nap_ns == 0)
            return clock_ns(*deadline) ? ETIMEDOUT : EAGAIN;
        clock_nap(nap_ns);
    }
    return error;
}

static size_t
size(void *queue)
{
    struct polled *p = queue;

    return queue_size(&p->queue);
}

static struct contender_counts
counts(void *queue)
{
    struct polled *p = queue;

    return (struct contender_counts){.polls =
                                         queue_counts(&p->queue).empty_looks};
}

static void
stop(void *queue, void (*drop)(void *context, uintptr_t item), void *context)
{
    struct polled *p = queue;
    void *item;

    must(pthread_mutex_lock(&p->lock));
    atomic_store(&p->stopping, true);
    must(pthread_mutex_unlock(&p->lock));
    while (drop && queue_get(&p->queue, &item) == 0)
        drop(context, (uintptr_t)item);
}

/* One nap: its contender's name, and its length. */
#define POLLED(contender_name, nap)                                            \
    {                                                                          \
        .abi = CONTENDER_ABI, .name = contender_name, .family = "pair",        \
        .traits = CONTENDER_UNBOUNDED | CONTENDER_CLOSE | CONTENDER_TIMED |    \
                  CONTENDER_POLLS,                                             \
        .nap_ns = nap, .create = create, .destroy = destroy, .put = put,       \
        .get = get, .size = size, .counts = counts, .close = stop,             \
    }

static const struct contender polled[] = {
    POLLED("polling-10ms", 10 * NS_PER_MS),
    POLLED("polling-1ms", NS_PER_MS),
    POLLED("polling-0.1ms", NS_PER_MS / 10),
    /* For the sweep over the nap alone: */
    POLLED("polling-0.3ms", 3 * NS_PER_MS / 10),
    POLLED("polling-3ms", 3 * NS_PER_MS),
    POLLED("polling-30ms", 30 * NS_PER_MS),
    POLLED("polling-100ms", 100 * NS_PER_MS),
};

const struct contender *const contenders[] = {&polled[0], &polled[1],
                                              &polled[2], &polled[3],
                                              &polled[4], &polled[5],
                                              &polled[6], NULL};
