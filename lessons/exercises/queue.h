/* The queue of the exercises: what your queue.c is to do.
 * SPDX-License-Identifier: MIT
 *
 * A struct queue is made and destroyed for you (glue.c).  You write, or mend,
 * three functions; the grader runs them through every interleaving of a small
 * case, and reads counters to see whether waiting costs anything.
 */
#ifndef EXERCISE_QUEUE_H
#define EXERCISE_QUEUE_H

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>

#include "deque.h"
#include "must.h"

struct queue {
    size_t capacity; /* 0: no bound */
    pthread_mutex_t lock;
    pthread_cond_t not_empty, not_full;
    /* lock guards both of these: */
    struct deque items;
    bool closed;
};

static inline bool
full(const struct queue *q)
{
    return q->capacity > 0 && q->items.size == q->capacity;
}

/* Puts an item at the end; while the queue is full it waits, unless it may not:
 * then EAGAIN.  0, EPIPE once the queue is closed, ENOMEM.
 */
int queue_put(struct queue *q, void *item, bool may_wait);

/* Takes the oldest item; while there is none it waits, unless it may not: then
 * EAGAIN.  0, or EPIPE once the queue is closed and drained.
 */
int queue_get(struct queue *q, void **item, bool may_wait);

/* No more will be put.  All waiters are woken. */
void queue_close(struct queue *q);

#endif
