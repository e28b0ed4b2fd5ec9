/* Is it done?  Empty is not finished: an item may be in somebody's hands.
 * SPDX-License-Identifier: MIT
 *
 * Each item that is put is unfinished until somebody says task_done for it.
 * Who gets an item says so once it is through with it, also when it failed.
 * The queue only counts: it does not know which item is meant, nor whether
 * queue_get was ever called.
 */
#ifndef DOORBELL_TASKS_H
#define DOORBELL_TASKS_H

#include <time.h>

#include "queue.h"

/* Tells that one item is done.  Never waits.  Returns 0, or EINVAL, with the
 * count unchanged, when as many were told of as were put.
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
