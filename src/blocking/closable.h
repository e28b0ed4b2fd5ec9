/* ClosableQueue: the end as an item, the way the book does it.
 * SPDX-License-Identifier: MIT
 *
 * The sentinel goes through the queue like any item, behind all others.  It
 * is simple, needs no help from the queue, and shows what that costs: one
 * sentinel ends one consumer, so n consumers need n of them; it needs room,
 * so to close a full queue is to wait; and it needs a task_done
 * like an item, or a join never returns.  closing.h has none of these faults.
 *
 *     struct closable_turn turn = {&c, false};
 *     void *item;
 *     while (closable_next(&turn, &item) == 0)
 *         ... work on item; the next call, or the end, says task_done for it
 *
 * That is Python's `for item in queue` with its try, yield, finally.  A loop
 * that is left early calls closable_end.
 */
#ifndef DOORBELL_CLOSABLE_H
#define DOORBELL_CLOSABLE_H

#include "queue.h"

struct closable {
    struct queue queue; /* queue_put, queue_join, queue_size work on it */
    char sentinel;      /* its address is the item that says the end */
};

struct closable_turn {
    struct closable *c;
    bool owes_task_done; /* for the item handed out last */
};

/* As queue_init and queue_destroy. */
int closable_init(struct closable *c, const char *name, size_t capacity);
int closable_destroy(struct closable *c);

/* Puts one sentinel; waits while the queue is full.  As queue_put. */
int closable_close(struct closable *c);

/* Says task_done for the item of the last call, then takes the next one into
 * *item; waits while there is none.  Returns 0, or EPIPE at a sentinel, for
 * which it says task_done too.  One turn belongs to one thread.
 */
int closable_next(struct closable_turn *turn, void **item);

/* Says task_done for the item in hand, if there is one. */
void closable_end(struct closable_turn *turn);

#endif
