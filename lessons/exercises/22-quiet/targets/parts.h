/* What the contenders of exercise 22 have in common.
 * SPDX-License-Identifier: MIT
 *
 * A target defines `wait_for_item`, which is called with the lock held while
 * there is nothing, and this file makes a contender of it.
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "contender.h"
#include "deque.h"
#include "must.h"

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t not_empty;
    struct deque items;    /* lock guards it */
    atomic_size_t n_items; /* written under the lock */
};

static void wait_for_item(struct queue *q);

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    struct queue *q = calloc(1, sizeof(*q));

    (void)self, (void)capacity;
    if (!q)
        return ENOMEM;
    must(pthread_mutex_init(&q->lock, NULL));
    must(pthread_cond_init(&q->not_empty, NULL));
    *queue = q;
    return 0;
}

static int
destroy(void *queue)
{
    struct queue *q = queue;

    must(pthread_cond_destroy(&q->not_empty));
    must(pthread_mutex_destroy(&q->lock));
    deque_destroy(&q->items);
    free(q);
    return 0;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct queue *q = queue;

    (void)deadline;
    must(pthread_mutex_lock(&q->lock));
    int error = deque_push(&q->items, (void *)item);
    q->n_items = q->items.size;
    must(pthread_cond_signal(&q->not_empty));
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct queue *q = queue;
    void *got = NULL;

    must(pthread_mutex_lock(&q->lock));
    while (!deadline && deque_empty(&q->items))
        wait_for_item(q);
    int error = deque_pop(&q->items, &got) ? 0 : EAGAIN;
    q->n_items = q->items.size;
    must(pthread_mutex_unlock(&q->lock));
    if (!error)
        *item = (uintptr_t)got;
    return error;
}

static size_t
size(void *queue)
{
    return ((struct queue *)queue)->n_items;
}

static struct contender_counts
counts(void *queue)
{
    (void)queue; /* it does not count itself: that is what you are for */
    return (struct contender_counts){0};
}

static const struct contender target = {
    .abi = CONTENDER_ABI,
    .name = "target",
    .family = "exercise",
    .traits = CONTENDER_BOUNDED | CONTENDER_UNBOUNDED,
    .create = create,
    .destroy = destroy,
    .put = put,
    .get = get,
    .size = size,
    .counts = counts,
};

const struct contender *const contenders[] = {&target, NULL};
