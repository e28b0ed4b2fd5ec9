/* The naive queue: a deque and a lock, and no way to wait.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "must.h"
#include "queue.h"

int
queue_init(struct queue *q, const char *name)
{
    *q = (struct queue){.name = name};
    return pthread_mutex_init(&q->lock, NULL);
}

int
queue_destroy(struct queue *q)
{
    int error = pthread_mutex_destroy(&q->lock);
    if (error)
        return error;
    deque_destroy(&q->items);
    return 0;
}

int
queue_put(struct queue *q, void *item)
{
    must(pthread_mutex_lock(&q->lock));
    int error = deque_push(&q->items, item);
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

int
queue_get(struct queue *q, void **item)
{
    must(pthread_mutex_lock(&q->lock));
    int error = deque_pop(&q->items, item) ? 0 : EAGAIN;
    q->looks++;
    q->empty_looks += error == EAGAIN;
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
    struct queue_counts counts = {q->looks, q->empty_looks};
    must(pthread_mutex_unlock(&q->lock));
    return counts;
}
