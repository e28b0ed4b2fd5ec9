/* What steps are called, and which depend on each other.
 * SPDX-License-Identifier: MIT
 */
#include "explore/engine/op.h"

/* Steps that only read, which another such step does not disturb. */
static bool
reads(const struct done *step)
{
    return step->kind == OP_LOAD || step->kind == OP_POLL ||
           step->kind == OP_READLOCK;
}

/* Whether the step could be news to one that rests. */
static bool
is_news(const struct done *step)
{
    return step->kind != OP_POINT && step->kind != OP_LOAD &&
           step->kind != OP_LOCK && step->kind != OP_REST;
}

/* A thread that unlocks, or waits, holds the mutex: none can lock it instead, so the
 * order of the two is no choice.  One that wants it until a deadline can be too late
 * before that step.
 */
static bool
never_both(const struct done *a, const struct done *b)
{
    return (a->kind == OP_UNLOCK || a->kind == OP_WAIT) &&
           (b->kind == OP_LOCK || b->kind == OP_RELOCK) && !b->timed;
}

static bool
meet(int a, int b)
{
    return a >= 0 && a == b;
}

/* Giving memory back concerns every object in it. */
static bool
frees(const struct done *a, const struct done *b)
{
    return a->freed && (a->freed == b->freed || a->freed == b->blocks[0] ||
                        a->freed == b->blocks[1]);
}

bool
op_reversible(const struct done *a, const struct done *b)
{
    if (a->kind == OP_REST || b->kind == OP_REST)
        return is_news(a) || is_news(b);
    return !never_both(a, b) && !never_both(b, a) && op_ordered(a, b);
}

bool
op_ordered(const struct done *a, const struct done *b)
{
    if (reads(a) && reads(b))
        return false;
    return frees(a, b) || frees(b, a) || meet(a->object, b->object) ||
           meet(a->object, b->lock) || meet(a->lock, b->object) ||
           meet(a->lock, b->lock);
}

const char *
op_verb(enum op_kind kind)
{
    static const char *const verbs[N_OP_KINDS] = {
        [OP_POINT] = "goes on",
        [OP_LOCK] = "locks",
        [OP_RELOCK] = "wakes, locks",
        [OP_TRYLOCK] = "tries to lock",
        [OP_UNLOCK] = "unlocks",
        [OP_READLOCK] = "locks to read",
        [OP_WAIT] = "waits for",
        [OP_SLEEP] = "sleeps for",
        [OP_SIGNAL] = "signals",
        [OP_BROADCAST] = "broadcasts",
        [OP_SEM_WAIT] = "waits for",
        [OP_SEM_TRY] = "tries",
        [OP_SEM_POST] = "posts",
        [OP_FUTEX_WAIT] = "waits on",
        [OP_FUTEX_WAKE] = "wakes",
        [OP_POLL] = "polls",
        [OP_READ] = "reads",
        [OP_WRITE] = "writes",
        [OP_LOAD] = "loads",
        [OP_STORE] = "stores",
        [OP_CHANGE] = "changes",
        [OP_FENCE] = "fence",
        [OP_FLUSH] = "its store arrives:",
        [OP_REST] = "polls, finds nothing",
        [OP_ALLOCATE] = "allocates",
        [OP_CREATE] = "creates",
        [OP_JOIN] = "joins",
        [OP_ONCE] = "once",
        [OP_DESTROY] = "destroys",
        [OP_FREE] = "frees the memory of",
        [OP_END] = "ends the program",
    };

    return verbs[kind];
}
