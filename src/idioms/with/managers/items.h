/* For each item of a queue: its task_done is said however the turn ends.
 * SPDX-License-Identifier: MIT
 *
 *     struct job *job;
 *     for_each_item (job, &queue) {
 *         if (!wanted(job))
 *             continue;                   done too
 *         if (work(job))
 *             return EIO;                 and so is this
 *     }
 *     here the queue is closed and drained, or the loop was left by break
 *
 * It is the StoppableWorker's `for item in self.in_queue` with the iterator's
 * try, yield, finally: queue_task_done comes before the next item is waited
 * for, or when the loop is left.  Not a block that runs once but a loop, so
 * break and continue are what they seem to be.  A thread that is cancelled in
 * its turn says task_done when the code is compiled with -fexceptions.
 */
#ifndef DOORBELL_WITH_MANAGERS_ITEMS_H
#define DOORBELL_WITH_MANAGERS_ITEMS_H

#include "must.h"
#include "tasks.h"
#include "with/with.h"

struct turn {
    struct queue *queue;
    void *item; /* in hand, while owed is true */
    bool owed;  /* the task_done of the item in hand */
};

#define for_each_item(variable, from) FOR_ITEM(variable, from, __COUNTER__)
#define FOR_ITEM(variable, from, n)   FOR_ITEM_LOOP(variable, from, n)
#define FOR_ITEM_LOOP(variable, from, n)                                       \
    for (struct turn turn_##n guarded(turn_end) = {.queue = (from)};           \
         turn_next(&turn_##n) && ((variable) = turn_##n.item, true);)

/* Says task_done for the item in hand, when there is one. */
__attribute__((always_inline)) static inline void
turn_end(struct turn *t)
{
    if (t->owed)
        must(queue_task_done(t->queue));
    t->owed = false;
}

/* Ends the turn and waits for the next item; false when the queue is closed
 * and drained.  It is inlined, and the queue is not given the turn's address,
 * so that the compiler sees through all of it: then it costs what the same
 * costs by hand (make costs).
 */
__attribute__((always_inline)) static inline bool
turn_next(struct turn *t)
{
    void *next;

    turn_end(t);
    t->owed = queue_get(t->queue, &next) == 0;
    if (t->owed)
        t->item = next;
    return t->owed;
}

#endif
