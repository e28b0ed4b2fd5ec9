/* Depth first without a bound, one schedule of each kind.
 * SPDX-License-Identifier: MIT
 *
 * How it works.  Two steps of different threads that share no object can
 * change places, and no thread sees the difference; so of all schedules that
 * come from each other in this way one is enough.  After each schedule every
 * step is held against the last earlier step that it could have preceded (the
 * two are reversible, and nothing that happened in between forces their
 * order): there the later thread is noted as one to be tried too.  Besides, a
 * thread whose step was tried at a place is asleep in what is tried there
 * next, until a step is made that depends on its own: until then it would
 * only lead to what was seen.
 */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/engine/engine.h"
#include "explore/oracles/loops/persistence.h"

/* A step, what else could have been made in its place, and what it knows. */
struct node {
    struct choice at;
    uint64_t ready[TASKS_MAX]; /* variants, a bit each */
    uint64_t tried[TASKS_MAX];
    uint64_t asleep[TASKS_MAX];
    uint64_t wanted;     /* tasks to be tried, a bit each */
    struct clocks clock; /* of each task the last step, from 1, that happened
                          * before this one; among them itself */
};

struct reduced {
    struct search search;
    struct node nodes[STEPS_MAX];
    size_t n_nodes;
};

static size_t
index_of(const struct point *p, struct choice c)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->choices[i].task == c.task && p->choices[i].variant == c.variant)
            return i;
    engine_give_up(
        "it does not behave the same twice: step %zu cannot be made again",
        engine.n_steps);
}

/* The tasks that were asleep or had been tried before the last step and still
 * sleep after it: their step does not depend on it.
 */
static void
inherit_sleep(struct node *node, const struct node *parent)
{
    const struct done *made = &engine.steps[engine.n_steps - 1];

    for (size_t t = 0; t < engine.n_tasks; t++) {
        uint64_t asleep = parent->asleep[t] | parent->tried[t];
        const struct task *task = &engine.tasks[t];
        if (!asleep || t == made->task)
            continue;
        for (; asleep; asleep &= asleep - 1) {
            unsigned v = (unsigned)__builtin_ctzll(asleep);
            struct done step = engine_done(task, &task->next, v);
            if (v != VARIANT_LOOK_ON && !op_reversible(made, &step) &&
                !op_ordered(made, &step))
                node->asleep[t] |= UINT64_C(1) << v;
        }
    }
}

static int
new_node(struct reduced *r, const struct point *p)
{
    struct node *node = &r->nodes[r->n_nodes];

    memset(node, 0, sizeof(*node));
    for (size_t i = 0; i < p->n; i++)
        if (p->choices[i].variant != VARIANT_LOOK_ON ||
            persistence_is_worth(p->choices[i].task))
            node->ready[p->choices[i].task] |= UINT64_C(1)
                                               << p->choices[i].variant;
    if (r->n_nodes)
        inherit_sleep(node, node - 1);
    for (size_t k = 0; k < 2 * p->n; k++) { /* time passes when it must */
        size_t i = k % p->n;
        const struct choice *c = &p->choices[i];
        if ((p->timeouts >> i & 1) != (k >= p->n) ||
            node->asleep[c->task] >> c->variant & 1)
            continue;
        node->at = *c;
        node->wanted = UINT64_C(1) << c->task;
        r->n_nodes++;
        return (int)i;
    }
    return SEARCH_STOP;
}

static int
choose(struct search *s, const struct point *p)
{
    struct reduced *r = (struct reduced *)s;

    if (engine.n_steps < r->n_nodes)
        return (int)index_of(p, r->nodes[engine.n_steps].at);
    return new_node(r, p);
}

static bool
knows(const struct clocks *c, size_t step)
{
    return c->of[engine.steps[step].task] > step;
}

/* The steps behind an earlier one that need not come behind it, and then one
 * more: in this order, without the earlier one, they could come first.  The tasks
 * whose step can be the first of them, a bit each.
 */
static uint64_t
initials(const struct reduced *r, size_t earlier, size_t n,
         const struct done *last, const struct clocks *knowledge)
{
    size_t firsts[TASKS_MAX]; /* of each task, 1 + its first of these steps */
    uint64_t begun = 0, can_begin = 0;

    for (size_t i = earlier + 1; i <= n; i++) {
        unsigned task = i < n ? engine.steps[i].task : last->task;
        const struct clocks *clock = i < n ? &r->nodes[i].clock : knowledge;
        if ((i < n && knows(clock, earlier)) || begun >> task & 1)
            continue;
        bool is_first = true;
        for (uint64_t left = begun; left && is_first; left &= left - 1)
            is_first = !knows(clock, firsts[__builtin_ctzll(left)]);
        begun |= UINT64_C(1) << task;
        firsts[task] = i;
        if (is_first)
            can_begin |= UINT64_C(1) << task;
    }
    return can_begin;
}

/* At the node before an earlier step, has one of the tasks tried that lead to
 * the later one, unless one of them is.  Where none of them could go on (a
 * semaphore that was just posted was 0 before), all that could are tried, and
 * false is returned.
 */
static bool
want(struct node *node, uint64_t can_begin, unsigned task)
{
    uint64_t ready = 0;

    for (unsigned t = 0; t < engine.n_tasks; t++)
        if (node->ready[t])
            ready |= UINT64_C(1) << t;
    uint64_t good = can_begin & ready;
    if (good & node->wanted)
        return true;
    if (!good)
        node->wanted |= ready;
    else if (good >> task & 1)
        node->wanted |= UINT64_C(1) << task;
    else
        node->wanted |= good & -good;
    return good != 0;
}

/* What a task knows after a step, beside what it knew: all that it sees, and
 * what its waker knew.  The step is number n, or would be.
 */
static void
learn(const struct reduced *r, const struct done *step, size_t n,
      struct clocks *clock, const struct clocks *tasks)
{
    for (size_t t = 0; step->after_all && t < engine.n_tasks; t++)
        clocks_join(clock, &tasks[t]);
    for (size_t j = n; j-- > 0;)
        if (engine.steps[j].task != step->task && !knows(clock, j) &&
            op_ordered(&engine.steps[j], step))
            clocks_join(clock, &r->nodes[j].clock);
    if (step->woken_by)
        clocks_join(clock, &r->nodes[step->woken_by - 1].clock);
}

/* Each earlier step that this one could have preceded: that it does not know
 * of, but for the step itself (Abdulla, Aronis, Jonsson and Sagonas, "Optimal
 * Dynamic Partial Order Reduction", POPL 2014, algorithm 1: source sets).
 */
static void
find_races_of(struct reduced *r, const struct done *step, size_t n,
              const struct clocks *before, const struct clocks *after)
{
    struct clocks known = *before;

    for (size_t j = n; j-- > 0;) {
        const struct done *earlier = &engine.steps[j];
        if (earlier->task == step->task || knows(&known, j))
            continue;
        if (op_reversible(earlier, step) &&
            want(&r->nodes[j], initials(r, j, n, step, after), step->task) &&
            op_ordered(earlier, step))
            clocks_join(&known, &r->nodes[j].clock);
    }
}

/* What a task could have done before a step and cannot do after it: time is up, and
 * the wait was ended by a wake-up instead.  That is never made, so no race shows
 * it; it is tried before the step.
 */
static void
find_disabled(struct reduced *r)
{
    const uint64_t ends = 1u << VARIANT_TIMEOUT | 1u << VARIANT_SPURIOUS;

    for (size_t i = 0; i + 1 < engine.n_steps && i + 1 < r->n_nodes; i++)
        for (unsigned t = 0; t < engine.n_tasks; t++)
            if (t != engine.steps[i].task &&
                ends & r->nodes[i].ready[t] & ~r->nodes[i + 1].ready[t])
                r->nodes[i].wanted |= UINT64_C(1) << t;
}

static void
find_races(struct reduced *r)
{
    struct clocks tasks[TASKS_MAX] = {0};

    for (size_t i = 0; i < engine.n_steps && i < r->n_nodes; i++) {
        const struct done *step = &engine.steps[i];
        struct clocks before = tasks[step->task];
        struct clocks *after = &tasks[step->task];
        learn(r, step, i, after, tasks);
        after->of[step->task] = (uint32_t)i + 1;
        r->nodes[i].clock = *after;
        find_races_of(r, step, i, &before, after);
    }
    for (size_t t = 0; t < engine.n_tasks; t++) {
        const struct task *task = &engine.tasks[t];
        struct done step = engine_done(task, &task->next, VARIANT_DONE);
        struct clocks after = tasks[t];
        if (task->ended)
            continue;
        learn(r, &step, engine.n_steps, &after, tasks);
        find_races_of(r, &step, engine.n_steps, &tasks[t], &after);
    }
}

/* Something at the node that is wanted and was not tried. */
static bool
try_another(struct node *node)
{
    node->tried[node->at.task] |= UINT64_C(1) << node->at.variant;
    for (unsigned t = 0; t < engine.n_tasks; t++) {
        uint64_t left = node->ready[t] & ~node->tried[t] & ~node->asleep[t];
        if (left && node->wanted >> t & 1) {
            node->at =
                (struct choice){(uint8_t)t, (uint8_t)__builtin_ctzll(left)};
            return true;
        }
    }
    return false;
}

static bool
next(struct search *s)
{
    struct reduced *r = (struct reduced *)s;

    find_races(r);
    find_disabled(r);
    while (r->n_nodes && !try_another(&r->nodes[r->n_nodes - 1]))
        r->n_nodes--;
    return r->n_nodes > 0;
}

struct search *
search_reduced(void)
{
    struct reduced *r = calloc(1, sizeof(*r));

    if (!r)
        die("out of memory");
    r->search = (struct search){choose, next, false};
    return &r->search;
}
