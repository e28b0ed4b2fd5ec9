/* A session: one program, explored from the first schedule to the verdict.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "die.h"
#include "explore/engine/engine.h"
#include "explore/command/quiet.h"
#include "explore/command/session.h"
#include "explore/oracles/findings.h"
#include "explore/oracles/loops/persistence.h"
#include "explore/oracles/unseen.h"
#include "explore/tell/pairs/pairs.h"

enum { LOOK_AT_THE_CLOCK = 256, WATCHED_SCHEDULES = 64, PROBES = 200 };

/* A search in which a polling thread may look again although others could run.
 * Random schedules hardly need it: they interrupt at any step.
 */
static struct search *
looking_on(struct search *search)
{
    persistence_forget();
    search->looks_on = true;
    return search;
}

static struct search *
new_search(const struct session *s)
{
    switch (s->kind) {
    case SEARCH_BOUNDED:
        return looking_on(search_bounded(s->preemptions));
    case SEARCH_REDUCED:
        return looking_on(search_reduced());
    case SEARCH_RANDOM:
        return search_random(s->seed, s->n_schedules);
    default:
        return search_pct(s->seed, s->n_schedules, s->depth);
    }
}

/* The place of the outcome among the sorted ones, or where to insert it. */
static size_t
place_of(const struct session *s, uint64_t outcome)
{
    size_t low = 0, high = s->n_outcomes;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (s->outcomes[middle] < outcome)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
add_outcome(struct session *s, uint64_t outcome)
{
    size_t at = place_of(s, outcome);

    if (at < s->n_outcomes && s->outcomes[at] == outcome)
        return;
    if ((s->n_outcomes & (s->n_outcomes - 1)) == 0) {
        size_t room = s->n_outcomes ? 2 * s->n_outcomes : 1;
        s->outcomes = realloc(s->outcomes, room * sizeof(s->outcomes[0]));
        if (!s->outcomes)
            die("out of memory");
    }
    memmove(&s->outcomes[at + 1], &s->outcomes[at],
            (s->n_outcomes - at) * sizeof(s->outcomes[0]));
    s->outcomes[at] = outcome;
    s->n_outcomes++;
}

void
session_keep(struct session *s)
{
    s->n = engine.n_steps;
    s->steps = realloc(s->steps, (s->n + 1) * sizeof(s->steps[0]));
    if (!s->steps)
        die("out of memory");
    for (size_t i = 0; i < s->n; i++)
        s->steps[i] =
            (struct choice){engine.steps[i].task, engine.steps[i].variant};
    snprintf(s->why, sizeof(s->why), "%s", engine.why);
}

static void
note_run(struct session *s)
{
    if (s->pairs)
        pairs_add_schedule(!engine.pruned);
    s->n_runs += !engine.pruned;
    s->n_pruned += engine.pruned && !engine.endless;
    s->n_steps += engine.n_steps;
    if (engine.n_steps > s->longest)
        s->longest = engine.n_steps;
    if (s->outcome && !engine.pruned && !engine.fault)
        add_outcome(s, s->outcome(s->argument));
    if (engine.fault) {
        s->fault = engine.fault;
        session_keep(s);
    }
}

static void
start_over(struct session *s)
{
    s->n_runs = s->n_pruned = s->n_steps = s->longest = s->n_outcomes = 0;
    s->fault = FAULT_NONE;
    findings_reset();
    if (s->pairs)
        pairs_reset();
    engine.undisciplined = engine.outlived = engine.cut = false;
}

/* Estimates how many schedules there are, by drawing some; one of those may
 * have a fault, too.
 */
static void
estimate(struct session *s)
{
    struct search *probe = search_probe(s->preemptions, s->seed, PROBES);
    bool more = true;

    while (more && !s->fault) {
        engine_run(probe, s->root, s->argument);
        if (engine.fault) {
            s->fault = engine.fault;
            session_keep(s);
        }
        more = probe->next(probe);
    }
    s->n_estimated = search_estimate(probe);
    search_end(probe);
}

/* Returns false when the search must start over, with more care. */
static bool
search_all(struct session *s, int64_t start_ns)
{
    struct search *search = new_search(s);
    int64_t limit_ns = (int64_t)(s->limit_s * 1e9);
    bool more = true, late = false, spent = false, careless = false;

    start_over(s);
    if (s->pairs)
        pairs_begin();
    while (more && !s->fault && !late && !spent && !careless) {
        unseen.watched = !engine.races && s->n_runs < WATCHED_SCHEDULES;
        engine_run(search, s->root, s->argument);
        note_run(s);
        careless = (engine.undisciplined && !engine.careful) ||
                   (engine.outlived && !engine.unlocks && !engine.every_step);
        more = search->next(search);
        late = limit_ns && s->n_steps % LOOK_AT_THE_CLOCK < engine.n_steps &&
               clock_now_ns() - start_ns > limit_ns;
        spent = s->budget && s->n_runs + s->n_pruned >= s->budget;
    }
    unseen.watched = false;
    pairs_end();
    s->complete = !more && !careless && !engine.cut;
    search_end(search);
    if ((late || spent) && more && !s->fault && s->kind == SEARCH_BOUNDED)
        estimate(s);
    return s->fault || !careless;
}

void
session_run(struct session *s)
{
    int64_t start_ns = clock_now_ns();

    unseen = (struct unseen){0};
    engine.every_step = s->kind == SEARCH_REDUCED;
    engine.careful = engine.every_step;
    engine.unlocks = false;
    quiet_begin();
    while (!search_all(s, start_ns)) {
        engine.careful = true;
        engine.unlocks |= engine.outlived;
    }
    quiet_end();
    findings.closed = true;
    s->careful = engine.careful;
    s->seconds = (double)(clock_now_ns() - start_ns) / 1e9;
}

void
session_end(struct session *s)
{
    free(s->steps);
    free(s->outcomes);
}

void
session_replay(const struct session *s, const struct choice *steps, size_t n)
{
    struct search *search = search_replay(steps, n, s->strict);

    engine_run(search, s->root, s->argument);
    search_end(search);
}
