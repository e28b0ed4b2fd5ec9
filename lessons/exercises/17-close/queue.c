/* Exercise 17: a close that wakes every thread.
 * SPDX-License-Identifier: MIT
 */
#include "queue.h"

int
queue_put(struct queue *q, void *item, bool may_wait)
{
    must(pthread_mutex_lock(&q->lock));
    while (may_wait && full(q) && !q->closed)
        must(pthread_cond_wait(&q->not_full, &q->lock));
    int error = q->closed ? EPIPE
                : full(q) ? EAGAIN
                          : deque_push(&q->items, item);
    must(pthread_cond_signal(error ? &q->not_full : &q->not_empty));
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

int
queue_get(struct queue *q, void **item, bool may_wait)
{
    must(pthread_mutex_lock(&q->lock));
    while (may_wait && deque_empty(&q->items) && !q->closed)
        must(pthread_cond_wait(&q->not_empty, &q->lock));
    int error = deque_pop(&q->items, item) ? 0 : q->closed ? EPIPE : EAGAIN;
    must(pthread_cond_signal(error ? &q->not_empty : &q->not_full));
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

void
queue_close(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    q->closed = true;
    must(pthread_mutex_unlock(&q->lock));
}
