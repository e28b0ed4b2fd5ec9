/* Not to wait, and to wait until a deadline.
 * SPDX-License-Identifier: MIT
 *
 * A deadline is a moment of CLOCK_MONOTONIC.  It is looked at only when there
 * is cause to wait: an item that is there is taken, a place that is free is
 * filled, however late it is.  One whose tv_nsec is outside 0 to 999999999
 * gets EINVAL at once, in any state of the queue.  No call returns ETIMEDOUT
 * before its deadline; how long after is up to the scheduler.
 */
#ifndef DOORBELL_TIMED_H
#define DOORBELL_TIMED_H

#include <time.h>

#include "queue.h"

/* As queue_put and queue_get, but where those wait, these return EAGAIN. */
int queue_try_put(struct queue *q, void *item);
int queue_try_get(struct queue *q, void **item);

/* As queue_put and queue_get, but they return ETIMEDOUT where those would
 * still wait at the deadline, or EINVAL for one that is no moment.
 * Cancellation points where they wait.
 */
int queue_put_until(struct queue *q, void *item,
                    const struct timespec *deadline);
int queue_get_until(struct queue *q, void **item,
                    const struct timespec *deadline);

/* Whether the deadline is a moment at all: EINVAL if not, else 0. */
int deadline_check(const struct timespec *deadline);

#endif
