/* ClosableQueue: the end as an item.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "closable.h"
#include "must.h"
#include "tasks.h"

int
closable_init(struct closable *c, const char *name, size_t capacity)
{
    return queue_init(&c->queue, name, capacity);
}

int
closable_destroy(struct closable *c)
{
    return queue_destroy(&c->queue);
}

int
closable_close(struct closable *c)
{
    return queue_put(&c->queue, &c->sentinel);
}

int
closable_next(struct closable_turn *turn, void **item)
{
    struct queue *q = &turn->c->queue;
    void *next;

    closable_end(turn);
    int error = queue_get(q, &next);
    if (error)
        return error;
    turn->owes_task_done = true;
    if (next == &turn->c->sentinel) {
        closable_end(turn);
        return EPIPE;
    }
    *item = next;
    return 0;
}

void
closable_end(struct closable_turn *turn)
{
    if (turn->owes_task_done)
        must(queue_task_done(&turn->c->queue));
    turn->owes_task_done = false;
}
