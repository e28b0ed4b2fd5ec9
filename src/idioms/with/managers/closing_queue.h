/* A queue that is closed and joined on the way out.
 * SPDX-License-Identifier: MIT
 *
 *     with (closing_queue, q, .queue = &download) {
 *         while (...)
 *             error = queue_put(q, item);
 *     }
 *     here every item that was put is done, and no more can come
 *
 * For the thread that feeds.  Another thread takes the items and calls task_done
 * for each; without one, leaving the block deadlocks.
 */
#ifndef DOORBELL_WITH_MANAGERS_CLOSING_QUEUE_H
#define DOORBELL_WITH_MANAGERS_CLOSING_QUEUE_H

#include "closing.h"
#include "tasks.h"
#include "with/with.h"

struct closing_queue {
    enum with_at at;
    struct queue *queue;
};

static inline struct queue *
closing_queue_enter(struct closing_queue *c)
{
    return c->queue;
}

static inline void
closing_queue_leave(struct closing_queue *c)
{
    queue_close(c->queue);
    queue_join(c->queue);
}

#endif
