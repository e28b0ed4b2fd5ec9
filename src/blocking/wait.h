/* How a thread waits in a blocking queue, and what it waits for.
 * SPDX-License-Identifier: MIT
 *
 * For the files of the queue itself.  Each wait is in a while loop over its
 * predicate, where the reader sees what it waits for; here is what all waits
 * share: they are counted, survive cancellation, and can end at a
 * deadline.
 */
#ifndef DOORBELL_WAIT_H
#define DOORBELL_WAIT_H

#include <time.h>

#include "queue.h"

/* Makes the lock and the wait points of a queue whose other fields are set;
 * the condition variables read CLOCK_MONOTONIC.  Returns 0, EINVAL for a
 * capacity above DEQUE_MAX, or a pthread error with nothing left behind.
 */
int wait_points_init(struct queue *q);

/* Undoes it, or returns EBUSY while threads wait or items are left. */
int wait_points_destroy(struct queue *q);

/* Sleeps once at one of q's wait points.  Called with the lock held, returns
 * with it held, releases it while asleep.  It may return for no reason: the
 * caller checks its predicate again.
 */
void queue_wait(struct queue *q, pthread_cond_t *condition);

/* The same, but returns ETIMEDOUT, lock held, once the deadline (absolute,
 * CLOCK_MONOTONIC, valid) has passed; else 0.
 */
int queue_wait_until(struct queue *q, pthread_cond_t *condition,
                     const struct timespec *deadline);

/* How often the calling thread, in whatever queue, went to sleep and woke. */
struct queue_counts wait_counts_of_this_thread(void);

static inline bool
queue_full(const struct queue *q)
{
    return q->capacity && q->items.size >= q->capacity;
}

#endif
