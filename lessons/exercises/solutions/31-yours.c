/* A queue that looks again before it sleeps.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <sched.h>

#include "must.h"
#include "queue.h"
#include "wait.h"

int
queue_init(struct queue *q, const char *name, size_t capacity)
{
    *q = (struct queue){.name = name, .capacity = capacity};
    return wait_points_init(q);
}

int
queue_destroy(struct queue *q)
{
    int error = wait_points_destroy(q);
    if (error)
        return error;
    deque_destroy(&q->items);
    return 0;
}

enum { LOOKS = 1 };

/* Looks again, after the other threads that can run, before it sleeps. */
static void
wait_for(struct queue *q, pthread_cond_t *condition, int *n_looks)
{
    if (++*n_looks > LOOKS) {
        queue_wait(q, condition);
        return;
    }
    must(pthread_mutex_unlock(&q->lock));
    sched_yield();
    must(pthread_mutex_lock(&q->lock));
}

int
queue_put(struct queue *q, void *item)
{
    int n_looks = 0;

    must(pthread_mutex_lock(&q->lock));
    while (queue_full(q) && !q->closed)
        wait_for(q, &q->not_full, &n_looks);
    int error = q->closed ? EPIPE : deque_push(&q->items, item);
    must(pthread_cond_signal(error ? &q->not_full : &q->not_empty));
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

int
queue_get(struct queue *q, void **item)
{
    int n_looks = 0;

    must(pthread_mutex_lock(&q->lock));
    while (deque_empty(&q->items) && !q->closed)
        wait_for(q, &q->not_empty, &n_looks);
    int error = deque_pop(&q->items, item) ? 0 : EPIPE;
    must(pthread_cond_signal(&q->not_full));
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

size_t
queue_size(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    size_t size = q->items.size;
    must(pthread_mutex_unlock(&q->lock));
    return size;
}

struct queue_counts
queue_counts(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    struct queue_counts counts = {q->waits, q->wakeups};
    must(pthread_mutex_unlock(&q->lock));
    return counts;
}
