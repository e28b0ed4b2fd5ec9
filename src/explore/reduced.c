/* Depth first without a bound, one schedule of each kind.
 * SPDX-License-Identifier: MIT
 *
 * How it works.  Two steps of different threads that share no object can
 * change places, and nobody sees the difference; so of all schedules that
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
#include "explore/engine.h"

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

/* Who was asleep or had been tried before the last step, and still sleeps
 * after it: whose step does not depend on it.
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
            if (!op_reversible(made, &step) && !op_ordered(made, &step))
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
        node->ready[p->choices[i].task] |= UINT64_C(1) << p->choices[i].variant;
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

/* At the node before an earlier step, has the task tried in its place, and
 * returns true; if it could not go on there, has one of those tried who led to
 * its step, or else all.
 */
static bool
want(struct reduced *r, size_t earlier, size_t later, unsigned task,
     const struct clocks *knowledge)
{
    struct node *node = &r->nodes[earlier];

    if (node->ready[task]) {
        node->wanted |= UINT64_C(1) << task;
        return true;
    }
    for (size_t i = earlier + 1; i < later; i++)
        if (knows(knowledge, i) && node->ready[engine.steps[i].task]) {
            node->wanted |= UINT64_C(1) << engine.steps[i].task;
            return false;
        }
    for (unsigned t = 0; t < engine.n_tasks; t++)
        if (node->ready[t])
            node->wanted |= UINT64_C(1) << t;
    return false;
}

/* The last step that this one could have preceded, if it knows nothing more
 * than the clock says.  Where its task could not go on (a semaphore that was
 * just posted was 0 before), there may be a step further back that it could.
 */
static void
find_race(struct reduced *r, const struct done *step, size_t n,
          const struct clocks *before)
{
    for (size_t j = n; j-- > 0;) {
        const struct done *earlier = &engine.steps[j];
        if (earlier->task != step->task && op_reversible(earlier, step) &&
            !knows(before, j) && want(r, j, n, step->task, before))
            return;
    }
}

/* What the step knows, beside what its task knew: all that it sees, and who
 * woke it.
 */
static void
learn(struct reduced *r, size_t i, struct clocks *tasks)
{
    const struct done *step = &engine.steps[i];
    struct clocks *clock = &tasks[step->task];

    for (size_t t = 0; step->after_all && t < engine.n_tasks; t++)
        clocks_join(clock, &tasks[t]);

    for (size_t j = i; j-- > 0;)
        if (engine.steps[j].task != step->task && !knows(clock, j) &&
            op_ordered(&engine.steps[j], step))
            clocks_join(clock, &r->nodes[j].clock);
    if (step->woken_by)
        clocks_join(clock, &r->nodes[step->woken_by - 1].clock);
    clock->of[step->task] = (uint32_t)i + 1;
}

static void
find_races(struct reduced *r)
{
    struct clocks tasks[TASKS_MAX] = {0};

    for (size_t i = 0; i < engine.n_steps && i < r->n_nodes; i++) {
        const struct done *step = &engine.steps[i];
        struct clocks before = tasks[step->task];
        learn(r, i, tasks);
        r->nodes[i].clock = tasks[step->task];
        find_race(r, step, i, &before);
    }
    for (size_t t = 0; t < engine.n_tasks; t++) {
        const struct task *task = &engine.tasks[t];
        struct done step = engine_done(task, &task->next, VARIANT_DONE);
        if (!task->ended)
            find_race(r, &step, engine.n_steps, &tasks[t]);
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
    r->search = (struct search){choose, next};
    return &r->search;
}
