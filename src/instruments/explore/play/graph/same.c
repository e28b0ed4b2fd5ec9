/* Whether two positions of a program are the same.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "explore/engine/engine.h"
#include "explore/play/graph/same.h"
#include "explore/memory/memory.h"
#include "explore/memory/state.h"

enum { CLEARED_BYTES = 32 * 1024 }; /* of a stack; small programs use less */

void
same_prepare(void)
{
    for (size_t i = 0; i < TASKS_MAX; i++) {
        const struct coroutine *c = &engine.tasks[i].coroutine;
        if (c->stack)
            memset((char *)c->stack +
                       (coroutine_stack_end(c) - (char *)c->stack) -
                       CLEARED_BYTES,
                   0, CLEARED_BYTES);
    }
}

static uint64_t
mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 29;
}

/* What a thread is about to do, and how patient it is when it polls. */
static uint64_t
mix_task(uint64_t hash, const struct task *t)
{
    const struct op *op = &t->next;

    hash = mix(hash, (uint64_t)t->ended << 1 | t->timed_out);
    if (t->ended)
        return hash;
    hash = mix(hash, (uint64_t)op->kind << 16 | op->target);
    hash = mix(hash, op->object ? op->object->index + 1 : 0);
    hash = mix(hash, (uint64_t)(uintptr_t)op->site);
    hash = mix(hash, (uint64_t)t->looks.n_idle << 32 | t->looks.n_late);
    return mix(hash, (uint64_t)t->looks.news << 2 | t->looks.same << 1 |
                         t->looks.withheld);
}

/* The stores that wait in store buffers are not compared: two positions are the
 * same when their moves are.
 */
static uint64_t
mix_moves(uint64_t hash, const struct position *p)
{
    for (size_t i = 0; i < p->n; i++)
        hash = mix(hash, (uint64_t)p->made[i].task << 8 | p->made[i].variant);
    return hash;
}

uint64_t
same_number(const struct position *p)
{
    uint64_t hash = state_now().all;
    bool buffered = false;

    for (size_t i = 0; i < engine.n_tasks; i++) {
        hash = mix_task(hash, &engine.tasks[i]);
        buffered |= engine.buffers && memory_buffered(&engine.tasks[i]);
    }
    hash = mix(hash, (uint64_t)engine.left.spurious << 32 |
                         engine.left.allocations << 16 | engine.left.creations);
    hash = mix(hash, (uint64_t)engine.fault << 1 | (p->n_offered == 0));
    return buffered ? mix_moves(hash, p) : hash;
}
