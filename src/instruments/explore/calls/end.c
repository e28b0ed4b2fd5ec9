/* How an object ends: destroyed, or with its memory.
 * SPDX-License-Identifier: MIT
 *
 * How it works: an unlock and a signal under the lock are no steps as a rule,
 * since no thread can tell when they are made.  The end of the object can.  So when
 * one ends, and another task has used it without a step, and nothing says that
 * this use was over, the search starts over with each such use as a step.
 */
#include "explore/calls/calls.h"

void
object_begin(struct object *o)
{
    o->destroyed = false;
    o->passed = (struct clocks){{0}};
}

static void
note_outlived(const struct object *o)
{
    const struct task *t = engine.current;

    for (size_t i = 0; i < engine.n_tasks; i++)
        if (i != t->index && o->passed.of[i] > t->clocks.of[i])
            engine.outlived = true;
}

/* While there is one thread only, the order is no question. */
static void
step(struct op op)
{
    if ((engine.every_step || engine.unlocks) && engine.n_tasks > 1)
        engine_step(op);
    else
        engine_pass(op, VARIANT_DONE);
}

void
object_end(struct object *o, const void *site)
{
    note_outlived(o);
    step((struct op){
        .kind = OP_DESTROY, .object = o, .deadline = NEVER, .site = site});
    object_check(o);
    o->destroyed = true;
}

void
block_end(const struct arena_block *block, const void *site)
{
    struct object *first;

    if (!block->has_objects)
        return;
    for (size_t i = 0; (first = object_number(i)); i++)
        if (first->block == arena_number(block))
            note_outlived(first);
    first = object_in(arena_number(block));
    step((struct op){.kind = OP_FREE,
                     .object = first,
                     .deadline = NEVER,
                     .site = site,
                     .freed = arena_number(block)});
}

void
object_unlock(struct object *o, const void *site)
{
    struct op op = {.kind = OP_UNLOCK,
                    .object = o,
                    .deadline = NEVER,
                    .site = site};

    if (!engine.every_step && !engine.unlocks &&
        !(engine.trylocks && o->kind == OBJECT_MUTEX)) {
        engine_pass(op, VARIANT_DONE);
        return;
    }
    engine_step(op);
    object_check(o);
}
