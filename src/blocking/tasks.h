/* Is it done?  Empty is not finished: a thread may still process an item.
 * SPDX-License-Identifier: MIT
 *
 * Each item that is put is unfinished until task_done is called for it.  The
 * thread that gets an item calls it after processing, also when that failed.
 * The queue only counts: it does not know which item is meant, nor whether
 * queue_get was ever called.
 */
#ifndef DOORBELL_TASKS_H
#define DOORBELL_TASKS_H

#include <time.h>

#include "queue.h"

/* Counts one item as done.  Never waits.  Returns 0, or EINVAL, with the count
 * unchanged, if task_done was already called once for every item put.
 */
int queue_task_done(struct queue *q);

/* How many items were put and are not done: those inside and those in hand. */
size_t queue_unfinished(struct queue *q);

/* Waits until no item is unfinished, be the queue open or closed.  Nothing
 * keeps the next item from being put right after.  A cancellation point.
 */
void queue_join(struct queue *q);

/* The same until an absolute CLOCK_MONOTONIC deadline.  Returns 0, ETIMEDOUT,
 * or EINVAL for a deadline that is no moment.
 */
int queue_join_until(struct queue *q, const struct timespec *deadline);

#endif
