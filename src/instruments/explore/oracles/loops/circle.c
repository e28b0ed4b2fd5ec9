/* Whether a thread runs in a circle.
 * SPDX-License-Identifier: MIT
 */
#include "explore/engine/engine.h"

enum {
    STILL_ROUNDS = 8,
    MANY_ROUNDS = 64,
    HOLDING_ROUNDS = 8,
    ROUNDS_TOGETHER = 4
};

void
circle_init(struct circle *c)
{
    c->n = c->n_rounds = 0;
}

/* What a thread looks with. */
static bool
may_look(enum op_kind kind)
{
    switch (kind) {
    case OP_LOCK:
    case OP_TRYLOCK:
    case OP_READLOCK:
    case OP_SEM_WAIT:
    case OP_SEM_TRY:
    case OP_SEM_POST:
    case OP_FUTEX_WAIT:
    case OP_POLL:
    case OP_READ:
    case OP_LOAD:
    case OP_STORE:
    case OP_CHANGE:
        return true;
    default:
        return false;
    }
}

/* The visit, counted; NULL for the first. */
static struct visit *
visit(struct circle *c, const struct op *op)
{
    for (size_t i = 0; i < c->n; i++) {
        struct visit *v = &c->visits[i];
        if (v->site == op->site && v->object == op->object &&
            v->kind == op->kind) {
            v->n_rounds++;
            c->n_rounds++;
            return v;
        }
    }
    if (c->n < VISITS_MAX)
        c->visits[c->n++] = (struct visit){.site = op->site,
                                           .object = op->object,
                                           .kind = op->kind};
    return NULL;
}

/* Steps of others made in a round count the rounds alone anew. */
static void
note_others(struct visit *v, const struct task *t)
{
    size_t others = engine.n_steps - t->n_made;

    if (v->others != others)
        v->n_alone = v->n_still = 0;
    v->others = others;
    v->n_alone++;
}

/* It takes long, so a loop of many rounds, or with others, is asked in some. */
static bool
is_asked(const struct visit *v)
{
    return v->n_rounds % 16 <= STILL_ROUNDS &&
           (v->n_alone > 1 || v->n_rounds >= ROUNDS_TOGETHER);
}

/* Whether all is the same, or for some rounds alone all but its own stack. */
static bool
changes_nothing(struct visit *v, bool *is_same)
{
    struct state before = v->state;

    *is_same = false;
    if (!is_asked(v))
        return false;
    v->state = state_now();
    v->n_still = v->state.shared == before.shared ? v->n_still + 1 : 0;
    *is_same = v->state.all == before.all || v->state.all == v->marked.all;
    if (!(v->n_rounds & (v->n_rounds - 1)))
        v->marked = v->state;
    return *is_same || v->n_still >= STILL_ROUNDS - 1;
}

static bool
others_could(const struct task *t)
{
    for (size_t i = 0; i < engine.n_tasks; i++)
        if (i != t->index && engine_ready(&engine.tasks[i]))
            return true;
    return false;
}

/* A thread that rests with a lock keeps others from what it polls for. */
bool
circle_closes(struct task *t, const struct op *op)
{
    if (!may_look(op->kind))
        return false;
    struct visit *v = visit(&t->circle, op);
    if (v)
        note_others(v, t);
    if (!v || ((t->n_held || t->n_reading) && v->n_rounds % HOLDING_ROUNDS))
        return false;
    if (changes_nothing(v, &t->looks.is_pure)) {
        t->looks.news = false; /* all that there was has been looked at */
        t->looks.seen = v->state.shared;
        return true;
    }
    if (v->n_alone < MANY_ROUNDS || !others_could(t))
        return false;
    engine.cut |= !t->looks.n_on;
    t->looks.seen = 0;
    return true;
}
