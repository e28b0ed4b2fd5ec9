/* The record of a step.
 * SPDX-License-Identifier: MIT
 */
#include "explore/engine/engine.h"
#include "explore/memory/memory.h"

static int16_t
number_of(const struct object *o)
{
    return o ? (int16_t)o->index : -1;
}

static uint32_t
block_of(const struct object *o)
{
    return o ? o->block : 0;
}

/* The step that let the task go on, if one had to. */
static uint32_t
waker(const struct task *t, const struct op *op)
{
    switch (op->kind) {
    case OP_JOIN:
        return engine.tasks[op->target].ended_by;
    case OP_REST:
        return t->looks.news_by;
    default:
        return t->woken_by;
    }
}

/* The end of a sleep does not touch the lock; the fault that wakes it takes
 * from what is left of its kind.
 */
struct done
engine_done(const struct task *t, const struct op *op, unsigned variant)
{
    const struct object *lock = op->lock;

    if (variant == VARIANT_FLUSH)
        return (struct done){.task = (uint8_t)t->index,
                             .variant = VARIANT_FLUSH,
                             .kind = OP_FLUSH,
                             .object = number_of(memory_oldest(t)),
                             .blocks = {block_of(memory_oldest(t))},
                             .lock = -1};
    if (op->kind == OP_SLEEP)
        lock = variant == VARIANT_SPURIOUS
                   ? object_at(&engine.left, OBJECT_BUDGET, NULL)
                   : NULL;
    return (struct done){.task = (uint8_t)t->index,
                         .variant = (uint8_t)variant,
                         .kind = (uint8_t)op->kind,
                         .object = number_of(op->object),
                         .lock = number_of(lock),
                         .freed = op->freed,
                         .blocks = {block_of(op->object), block_of(lock)},
                         .woken_by = waker(t, op),
                         .timed = op->deadline != NEVER,
                         .after_all =
                             op->kind == OP_JOIN && op->target == t->index,
                         .joined = (uint8_t)op->target};
}
