/* What threads see of each other's memory: what happened before what.
 * SPDX-License-Identifier: MIT
 */
#include "explore/engine.h"
#include "explore/memory.h"

void
memory_acquire(const struct object *o)
{
    clocks_join(&engine.current->clocks, &o->sync);
}

void
memory_release(struct object *o)
{
    struct task *t = engine.current;

    clocks_join(&o->sync, &t->clocks);
    t->clocks.of[t->index]++;
}

void
memory_reset(void)
{
}

bool
memory_buffered(const struct task *t)
{
    (void)t;
    return false;
}

void
memory_flush_one(struct task *t)
{
    (void)t;
}

void
memory_flush_all(struct task *t)
{
    (void)t;
}

void
memory_forget(const void *address, size_t n)
{
    (void)address, (void)n;
}
