/* Exercise 30: for each item of a queue, with its task_done.
 * SPDX-License-Identifier: MIT
 */
#ifndef TURN_H
#define TURN_H

#include <stdbool.h>

#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "must.h"

struct turn {
    struct queue *queue;
    void *item;
    bool owed; /* the task_done of the item in hand */
};

/* Says task_done for the item in hand, when there is one. */
static inline void
turn_end(struct turn *t)
{
    if (t->owed)
        must(queue_task_done(t->queue));
    t->owed = false;
}

/* Waits for the next item; false when the queue is closed and drained. */
static inline bool
turn_next(struct turn *t)
{
    t->owed = queue_get(t->queue, &t->item) == 0;
    return t->owed;
}

#define each_item(variable, from)                                              \
    for (struct turn turn = {.queue = (from)};                                 \
         turn_next(&turn) && ((variable) = turn.item, true); turn_end(&turn))

#endif
