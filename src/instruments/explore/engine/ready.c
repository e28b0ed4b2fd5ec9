/* Which thread could go on, and how.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

#include "explore/engine/engine.h"
#include "explore/memory/memory.h"

static bool
mutex_free(const struct object *mutex, const struct task *t)
{
    return mutex->owner == NOBODY || (mutex->owner == (int)t->index &&
                                      mutex->type != PTHREAD_MUTEX_NORMAL);
}

/* A bit for each way in which a wait can end without its condition.  A timed
 * lock or semaphore that is available succeeds even after its deadline (POSIX).
 */
static unsigned
ends_of(const struct op *op)
{
    unsigned ends = 0;

    if (op->deadline != NEVER)
        ends |= 1u << VARIANT_TIMEOUT;
    if (engine.left.spurious && op->kind == OP_SLEEP)
        ends |= 1u << VARIANT_SPURIOUS;
    return ends;
}

static uint64_t
waiters_of(const struct object *o)
{
    return o->waiters ? o->waiters : UINT64_C(1) << VARIANT_DONE;
}

/* It rests until there is news; time can end that too, when the call it is
 * in has a deadline, or the loop looks at the clock.
 */
static unsigned
rest_ends(const struct task *t)
{
    unsigned ends = looks_worth(t) ||
                    (engine.program && !t->looks.circles && !t->looks.n_idle);

    if (t->deadline != NEVER || t->looks.read_clock)
        ends |= 1u << VARIANT_TIMEOUT;
    return ends;
}

/* What is made only with an empty store buffer. */
static bool
waits_for_stores(enum op_kind kind)
{
    return kind != OP_LOAD && kind != OP_POINT && kind != OP_SLEEP &&
           kind != OP_REST && kind != OP_ALLOCATE;
}

static bool
others_ended(const struct task *t)
{
    for (size_t i = 0; i < engine.n_tasks; i++)
        if (i != t->index && !engine.tasks[i].ended)
            return false;
    return true;
}

uint64_t
engine_ready(const struct task *t)
{
    const struct op *op = &t->next;

    if (t->ended ||
        (engine.buffers && memory_buffered(t) && waits_for_stores(op->kind)))
        return 0;
    switch (op->kind) {
    case OP_LOCK:
        if (op->object->kind == OBJECT_RWLOCK)
            return op->object->owner == NOBODY && !op->object->depth;
        return mutex_free(op->object, t) ? 1u : ends_of(op);
    case OP_RELOCK:
        return mutex_free(op->object, t);
    case OP_READLOCK:
        return op->object->owner == NOBODY;
    case OP_SLEEP:
        return ends_of(op);
    case OP_SIGNAL:
    case OP_FUTEX_WAKE:
        return waiters_of(op->object);
    case OP_SEM_WAIT:
    case OP_POLL:
        return op->object->value ? 1u : ends_of(op);
    case OP_REST:
        return rest_ends(t);
    case OP_END: /* when no other thread goes on: choices.c */
        return 0;
    case OP_JOIN:
        return op->target == t->index ? others_ended(t)
                                      : engine.tasks[op->target].ended;
    case OP_ALLOCATE:
        return 1u | (engine.left.allocations ? 2u : 0);
    case OP_CREATE:
        return 1u | (engine.left.creations ? 2u : 0);
    case OP_ONCE:
        return op->object->owner == NOBODY;
    default:
        return 1u;
    }
}
