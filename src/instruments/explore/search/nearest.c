/* The nearest schedule that passes, for one that fails.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/command/quiet.h"
#include "explore/engine/engine.h"
#include "explore/search/nearest.h"

/* Follows a schedule up to a step, makes another choice there, and goes on. */
struct depart {
    struct search search;
    const struct choice *steps;
    size_t n;      /* of all steps */
    size_t at;     /* where it departs */
    size_t option; /* the choice that is made there, by its number */
    bool follows;  /* then makes the next steps where they can be made */
    bool ends;     /* or ends there */
    struct choice offered[CHOICES_MAX];
    size_t n_offered;
};

static int
index_of(const struct point *p, struct choice c)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->choices[i].task == c.task && p->choices[i].variant == c.variant)
            return (int)i;
    return 0;
}

static int
choose(struct search *s, const struct point *p)
{
    struct depart *d = (struct depart *)s;
    size_t step = engine.n_steps;

    if (step < d->at || (step > d->at && d->follows && step < d->n))
        return index_of(p, d->steps[step]);
    if (step > d->at)
        return 0;
    memcpy(d->offered, p->choices, p->n * sizeof(p->choices[0]));
    d->n_offered = p->n;
    return d->ends || d->option >= p->n ? SEARCH_STOP : (int)d->option;
}

static bool
next(struct search *s)
{
    (void)s;
    return false;
}

static struct depart
depart_at(const struct session *s, size_t step)
{
    return (struct depart){.search = {choose, next, false},
                           .steps = s->steps,
                           .n = s->n_needed,
                           .at = step};
}

/* Whether the run has an end, and that is no fault. */
static bool
passes(const struct session *s, struct depart *d)
{
    d->n_offered = 0;
    engine_run(&d->search, s->root, s->argument);
    return !engine.fault && !engine.pruned && engine.n_steps > d->at;
}

static void
keep(const struct depart *d, struct nearest *n)
{
    n->is_found = true;
    n->same = d->at;
    n->other = d->offered[d->option];
    n->follows = d->follows;
    n->n = engine.n_steps;
    n->steps = malloc((n->n + 1) * sizeof(n->steps[0]));
    if (!n->steps)
        die("out of memory");
    for (size_t i = 0; i < n->n; i++)
        n->steps[i] =
            (struct choice){engine.steps[i].task, engine.steps[i].variant};
}

/* All other choices at one step, each with both ways to go on. */
static bool
find_at(const struct session *s, size_t step, struct nearest *n)
{
    struct depart d = depart_at(s, step);
    const struct choice *made = &s->steps[step];

    for (d.option = 0; d.option == 0 || d.option < d.n_offered; d.option++)
        for (int follows = 0; follows < 2; follows++) {
            d.follows = follows;
            bool passed = passes(s, &d);
            const struct choice *other = &d.offered[d.option];
            if (passed && (other->task != made->task ||
                           other->variant != made->variant)) {
                keep(&d, n);
                return true;
            }
        }
    return false;
}

struct nearest
nearest_find(const struct session *s)
{
    struct nearest n = {.is_found = false};

    quiet_begin();
    for (size_t step = s->n_needed; step-- > 0 && !n.is_found;)
        find_at(s, step, &n);
    quiet_end();
    return n;
}

static bool
can_go_on(const struct session *s, size_t step, unsigned task)
{
    struct depart d = depart_at(s, step);

    d.ends = true;
    engine_run(&d.search, s->root, s->argument);
    for (size_t i = 0; i < d.n_offered; i++)
        if (d.offered[i].task == task)
            return true;
    return false;
}

/* The next block of the thread before the switch is made first. */
static bool
fails_without(const struct session *s, size_t step)
{
    unsigned task = s->steps[step - 1].task;
    size_t start = step, n = s->n_needed, end;
    struct choice *steps = malloc((n + 1) * sizeof(*steps));

    if (!steps)
        die("out of memory");
    while (start < n && s->steps[start].task != task)
        start++;
    for (end = start; end < n && s->steps[end].task == task;)
        end++;
    memcpy(steps, s->steps, step * sizeof(*steps));
    memcpy(steps + step, s->steps + start, (end - start) * sizeof(*steps));
    memcpy(steps + step + end - start, s->steps + step,
           (start - step) * sizeof(*steps));
    memcpy(steps + end, s->steps + end, (n - end) * sizeof(*steps));
    if (start == n) { /* it has no later steps: the switch is left out */
        steps[step].task = (uint8_t)task;
        steps[step].variant = VARIANT_DONE;
    }
    session_replay(s, steps, n);
    free(steps);
    return engine.fault == s->fault;
}

enum matters
nearest_matters(const struct session *s, size_t step)
{
    quiet_begin();
    bool forced = !can_go_on(s, step, s->steps[step - 1].task);
    bool fails = forced || fails_without(s, step);
    quiet_end();
    return forced ? MATTERS_FORCED : fails ? MATTERS_NOT : MATTERS;
}
