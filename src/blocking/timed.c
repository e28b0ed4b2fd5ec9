/* Not to wait, and to wait until a deadline.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "must.h"
#include "timed.h"
#include "wait.h"

int
queue_try_put(struct queue *q, void *item)
{
    must(pthread_mutex_lock(&q->lock));
    int error = q->closed       ? EPIPE
                : queue_full(q) ? EAGAIN
                                : deque_push(&q->items, item);
    if (!error)
        must(pthread_cond_signal(&q->not_empty));
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

int
queue_try_get(struct queue *q, void **item)
{
    must(pthread_mutex_lock(&q->lock));
    int error = deque_pop(&q->items, item) ? 0 : q->closed ? EPIPE : EAGAIN;
    if (!error)
        must(pthread_cond_signal(&q->not_full));
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

int
deadline_check(const struct timespec *deadline)
{
    bool valid = deadline->tv_nsec >= 0 && deadline->tv_nsec < 1000000000;

    return valid ? 0 : EINVAL;
}

/* The loops below look at their predicate before they look at the error: a
 * thread that was woken and timed out at once takes what it was woken for.
 */
int
queue_put_until(struct queue *q, void *item, const struct timespec *deadline)
{
    int error = deadline_check(deadline);

    if (error)
        return error;
    must(pthread_mutex_lock(&q->lock));
    while (queue_full(q) && !q->closed && !error)
        error = queue_wait_until(q, &q->not_full, deadline);
    if (q->closed)
        error = EPIPE;
    else if (!queue_full(q))
        error = deque_push(&q->items, item);
    must(pthread_cond_signal(error ? &q->not_full : &q->not_empty));
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

int
queue_get_until(struct queue *q, void **item, const struct timespec *deadline)
{
    int error = deadline_check(deadline);

    if (error)
        return error;
    must(pthread_mutex_lock(&q->lock));
    while (deque_empty(&q->items) && !q->closed && !error)
        error = queue_wait_until(q, &q->not_empty, deadline);
    if (deque_pop(&q->items, item))
        error = 0;
    else if (q->closed)
        error = EPIPE;
    must(pthread_cond_signal(error ? &q->not_empty : &q->not_full));
    must(pthread_mutex_unlock(&q->lock));
    return error;
}
