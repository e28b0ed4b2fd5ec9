/* No more items will come: how a queue tells that to all threads that wait.
 * SPDX-License-Identifier: MIT
 *
 * The end is a state of the queue, not an item in it: it needs no room, it
 * reaches every thread, however many there are, and no thread can take it
 * from another (closable.h has the end as an item, for comparison).
 */
#ifndef DOORBELL_CLOSING_H
#define DOORBELL_CLOSING_H

#include "queue.h"

/* From now on queue_put fails with EPIPE, and queue_get drains what is left
 * and then fails with EPIPE.  Wakes all threads that wait to put or get;
 * a thread in queue_join goes on waiting for the items in flight.  Never waits; closing
 * twice is closing once.
 */
void queue_close(struct queue *q);

/* Closes, and hands each item that is still inside to drop (unless that is
 * NULL), oldest first, in the calling thread and outside the lock; then each
 * counts as done, so that a join returns when the items in other hands are
 * done too.  On a closed queue it drops what is left.  Python's
 * shutdown(immediate=True).
 */
void queue_close_drop(struct queue *q, void (*drop)(void *context, void *item),
                      void *context);

bool queue_closed(struct queue *q);

#endif
