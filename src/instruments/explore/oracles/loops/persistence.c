/* Loops that look N times and then do something else.
 * SPDX-License-Identifier: MIT
 */
#include "explore/engine/turns.h"
#include "explore/oracles/loops/persistence.h"

enum { LOOKS_ON_MAX = 1000, STEPS_ON_MAX = STEPS_MAX / 4, TRIES_MAX = 3 };
enum { LOOPS_MAX = 1024, FIRST_STEPS_MAX = 64 };

/* Loops of which a thread did not come to the end. */
static struct {
    struct endless {
        const void *site;
        unsigned task, n_tries;
    } loops[LOOPS_MAX];
    size_t n;
} known;

void
persistence_forget(void)
{
    known.n = 0;
}

static struct endless *
find(const void *site, unsigned task)
{
    for (size_t i = 0; i < known.n; i++)
        if (known.loops[i].site == site && known.loops[i].task == task)
            return &known.loops[i];
    return NULL;
}

/* A calculation that reads one place again and again is not followed. */
bool
persistence_may(const struct task *t)
{
    return engine.search->looks_on && !t->ended && t->next.kind == OP_REST &&
           !t->spin.rests && !t->looks.is_pure &&
           engine.n_steps < STEPS_MAX / 2;
}

bool
persistence_is_worth(unsigned task)
{
    const struct endless *e = find(engine.tasks[task].next.site, task);

    return known.n < LOOPS_MAX && (!e || e->n_tries < TRIES_MAX);
}

static void
learn(struct looks *l, uint64_t step)
{
    if (l->n_on_steps < LOOK_STEPS_MAX)
        l->on_steps[l->n_on_steps++] = step;
}

void
persistence_begin(struct task *t)
{
    struct looks *l = &t->looks;

    l->n_on = LOOKS_ON_MAX;
    l->on_alone = true;
    l->on_site = t->next.site;
    l->on_from = engine.n_steps;
    l->on_until = engine.n_steps + STEPS_ON_MAX;
    l->n_on_steps = 0;
    for (size_t i = 0; i < l->n_before; i++)
        learn(l, l->before[i]);
}

static void
note_endless(const void *site, unsigned task)
{
    struct endless *e = find(site, task);

    if (!e && known.n < LOOPS_MAX) {
        e = &known.loops[known.n++];
        *e = (struct endless){site, task, 0};
    }
    if (e)
        e->n_tries++;
}

/* All that could follow follows from a rest as well. */
void
persistence_blocked(void)
{
    engine.n_steps = engine.current->looks.on_from;
    engine.pruned = engine.endless = true;
    turns_leave();
}

__attribute__((noreturn)) static void
give_up(struct task *t)
{
    note_endless(t->looks.on_site, t->index);
    persistence_blocked();
}

/* A look has come round when it rests where it did before; it may rest in
 * between for another reason.
 */
bool
persistence_holds(struct task *t, const void *site)
{
    struct looks *l = &t->looks;

    if (!l->n_on)
        return false;
    if (site == l->on_site) {
        l->on_alone = true;
        if (!--l->n_on)
            give_up(t);
    }
    return l->on_alone;
}

static bool
knows(const struct looks *l, const struct op *op)
{
    uint64_t step = looks_hash(op);

    for (size_t i = 0; i < l->n_on_steps; i++)
        if (l->on_steps[i] == step)
            return true;
    return op->kind == OP_REST;
}

/* The first look after a rest may be the first whole one: until it has come round, a
 * step that is new is not the end of the loop.
 */
static bool
is_first(const struct looks *l)
{
    return l->n_on == LOOKS_ON_MAX &&
           engine.n_steps < l->on_from + FIRST_STEPS_MAX;
}

void
persistence_note(struct task *t, const struct op *op)
{
    struct looks *l = &t->looks;

    if (!l->n_on)
        return;
    if (engine.n_steps >= l->on_until) {
        if (l->on_alone)
            give_up(t);
        l->n_on = 0;
    }
    if (knows(l, op))
        return;
    l->on_alone = false;
    if (is_first(l)) {
        learn(l, looks_hash(op));
        return;
    }
    l->n_on = 0;
    circle_init(&t->circle);
}
