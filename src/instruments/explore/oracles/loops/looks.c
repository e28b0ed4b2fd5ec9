/* Whether a thread only looks.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "explore/engine/engine.h"
#include "explore/memory/state.h"

/* Without the arrays, which are long, and used as far as they are filled. */
void
looks_init(struct looks *l)
{
    l->n_steps = l->n_before = l->n_reads = 0;
    l->same = l->withheld = l->news = l->spins = l->circles = l->read_clock =
        l->is_pure = false;
    l->news_by = l->n_idle = l->n_late = l->n_on = 0;
}

static void
tell_news(const struct task *by)
{
    for (size_t i = 0; i < engine.n_tasks; i++)
        if (&engine.tasks[i] != by) {
            engine.tasks[i].looks.news = true;
            engine.tasks[i].looks.news_by = (uint32_t)engine.n_steps;
            engine.tasks[i].looks.n_idle = engine.tasks[i].looks.n_late = 0;
        }
}

uint64_t
looks_hash(const struct op *op)
{
    return (uintptr_t)op->site * 31 + (uintptr_t)op->object + op->kind;
}

/* Whether another thread could see a difference afterwards. */
static bool
changes_something(enum op_kind kind)
{
    switch (kind) {
    case OP_UNLOCK:
    case OP_WAIT:
    case OP_SIGNAL:
    case OP_BROADCAST:
    case OP_SEM_WAIT:
    case OP_SEM_TRY:
    case OP_SEM_POST:
    case OP_FUTEX_WAKE:
    case OP_READ:
    case OP_WRITE:
    case OP_STORE:
        return true;
    default:
        return false;
    }
}

static void
tell_withheld(struct task *t)
{
    if (t->looks.withheld)
        tell_news(t);
    t->looks.withheld = false;
    t->looks.same = false;
}

void
looks_announce(struct task *t, const struct op *op)
{
    struct looks *l = &t->looks;

    if (!l->same)
        return;
    bool as_before = op->kind == OP_REST
                         ? l->n_steps == l->n_before
                         : l->n_steps < l->n_before &&
                               l->before[l->n_steps] == looks_hash(op);
    if (!as_before)
        tell_withheld(t);
}

void
looks_note(struct task *t, const struct op *op)
{
    struct looks *l = &t->looks;

    if (op->kind != OP_REST && l->n_steps < LOOK_STEPS_MAX)
        l->steps[l->n_steps++] = looks_hash(op);
    if (changes_something(op->kind))
        looks_changed(t);
}

void
looks_changed(struct task *t)
{
    struct looks *l = &t->looks;

    l->n_reads = 0;
    l->read_clock = false;
    if (l->same)
        l->withheld = true;
    else
        tell_news(t);
}

void
looks_arrived(struct task *t, bool in_look)
{
    if (in_look && t->looks.same)
        t->looks.withheld = true;
    else
        tell_news(t);
}

void
looks_over(struct task *t)
{
    struct looks *l = &t->looks;

    tell_withheld(t);
    l->n_steps = l->n_before = l->n_reads = 0;
    l->n_idle = l->n_late = l->n_on = 0;
    l->news = l->read_clock = l->spins = l->circles = false;
}

void
looks_again(struct task *t)
{
    struct looks *l = &t->looks;

    l->n_idle += !looks_worth(t);
    memcpy(l->before, l->steps, l->n_steps * sizeof(l->steps[0]));
    l->n_before = l->n_steps;
    l->n_steps = l->n_reads = 0;
    l->same = l->n_before < LOOK_STEPS_MAX;
    l->withheld = l->news = l->spins = l->circles = l->read_clock = false;
    l->is_pure = false;
}

static bool
unchanged_from(const struct looks *l, size_t i)
{
    for (; i < l->n_reads; i++)
        if (l->reads[i].changes != l->reads[i].object->changes)
            return false;
    return true;
}

bool
looks_spins(struct task *t, const struct object *object, const void *site)
{
    struct looks *l = &t->looks;

    for (size_t i = 0; i < l->n_reads; i++)
        if (l->reads[i].object == object && l->reads[i].site == site) {
            l->spins = unchanged_from(l, i);
            if (!l->spins)
                l->n_reads = 0;
            break;
        }
    if (!l->spins && l->n_reads < READS_MAX)
        l->reads[l->n_reads++] = (struct read){object, site, object->changes};
    return l->spins;
}

/* The lock that another took in its own look, and gave back, is no news. */
void
looks_sift(void)
{
    uint64_t now = 0;

    for (size_t i = 0; i < engine.n_tasks; i++) {
        struct task *t = &engine.tasks[i];
        struct looks *l = &t->looks;
        if (t->ended || t->next.kind != OP_REST || !l->circles || !l->news ||
            !l->seen)
            continue;
        now = now ? now : state_shared();
        l->news = now != l->seen;
    }
}

bool
looks_worth(const struct task *t)
{
    const struct looks *l = &t->looks;

    return l->spins ? !unchanged_from(l, 0) : l->news;
}
