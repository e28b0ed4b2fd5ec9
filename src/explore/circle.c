/* Whether a thread runs in a circle.
 * SPDX-License-Identifier: MIT
 */
#include "explore/engine.h"

enum { STILL_ROUNDS = 8, MANY_ROUNDS = 64, HOLDING_ROUNDS = 8 };

void
circle_init(struct circle *c)
{
    c->n = c->foreign = 0;
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

static void
forget_if_others_came(struct task *t)
{
    size_t foreign = engine.n_steps - t->n_made;

    if (t->circle.foreign != foreign)
        t->circle.n = 0;
    t->circle.foreign = foreign;
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
            return v;
        }
    }
    if (c->n < VISITS_MAX)
        c->visits[c->n++] = (struct visit){.site = op->site,
                                           .object = op->object,
                                           .kind = op->kind};
    return NULL;
}

/* Whether all is the same, or for some rounds all but its own stack.  A loop of
 * many rounds is asked in some only: it takes long.
 */
static bool
is_in_vain(struct visit *v)
{
    struct state before = v->state;

    if (v->n_rounds % 16 > STILL_ROUNDS)
        return false;
    v->state = state_now();
    v->n_still = v->state.shared == before.shared ? v->n_still + 1 : 0;
    return v->state.all == before.all || v->n_still >= STILL_ROUNDS - 1;
}

static bool
others_could(const struct task *t)
{
    for (size_t i = 0; i < engine.n_tasks; i++)
        if (i != t->index && engine_ready(&engine.tasks[i]))
            return true;
    return false;
}

/* Who rests with a lock keeps others from what it looks for. */
bool
circle_closes(struct task *t, const struct op *op)
{
    if (!may_look(op->kind))
        return false;
    forget_if_others_came(t);
    struct visit *v = visit(&t->circle, op);
    if (!v || ((t->n_held || t->n_reading) && v->n_rounds % HOLDING_ROUNDS))
        return false;
    if (is_in_vain(v)) {
        t->looks.news = false; /* all that there was has been looked at */
        return true;
    }
    if (v->n_rounds < MANY_ROUNDS || !others_could(t))
        return false;
    engine.cut = true;
    return true;
}
