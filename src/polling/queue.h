/* The naive queue: a deque and a lock, and no way to wait.
 * SPDX-License-Identifier: MIT
 *
 * The left page of the pair; ../blocking/queue.h is the right one.
 *
 *     while (queue_get(q, &item) == EAGAIN)
 *         clock_nap(10 * NS_PER_MS);
 *
 * is all that a consumer can do here: to look again and again.  A short nap
 * costs CPU, a long one costs delay, and no nap is right for both.  Nor can
 * the queue say that no more will come, or that all is done, nor refuse
 * growth: it holds what is put until memory ends.
 *
 * Every function may be called by any thread at any time between init and
 * destroy, and none waits, except for the lock, which is held for a few
 * instructions (or one growth of the ring).  The queue never owns its items;
 * NULL is one like any other.  It may not be shared over fork: the child must
 * not touch it.  queue_init and queue_destroy are for one thread alone.
 */
#ifndef DOORBELL_QUEUE_H
#define DOORBELL_QUEUE_H

#include <pthread.h>
#include <stddef.h>

#include "deque.h"

struct queue {
    const char *name;
    pthread_mutex_t lock;
    /* lock guards all of these: */
    struct deque items;
    size_t looks;       /* calls of queue_get */
    size_t empty_looks; /* how often there was nothing */
};

/* Makes an empty queue.  The name must outlive it, and may be NULL.
 * Returns 0, or the error of pthread_mutex_init.
 */
int queue_init(struct queue *q, const char *name);

/* Ends a queue that no thread uses any more.  Items that are left are
 * forgotten, not freed.  Returns 0 (or the error of pthread_mutex_destroy,
 * for a caller that broke that rule).
 */
int queue_destroy(struct queue *q);

/* Appends item.  Returns 0, or ENOMEM: then nothing has changed and the item
 * is still the caller's.
 */
int queue_put(struct queue *q, void *item);

/* Takes the oldest item into *item.  Returns 0, or EAGAIN at once when there
 * is none; then *item is left alone.
 */
int queue_get(struct queue *q, void **item);

/* How many items there are; it may be wrong by the time that it returns. */
size_t queue_size(struct queue *q);

/* How often queue_get looked, and found nothing, so far. */
struct queue_counts {
    size_t looks, empty_looks;
};
struct queue_counts queue_counts(struct queue *q);

#endif
