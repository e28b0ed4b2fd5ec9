/* Explores what the options name.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "die.h"
#include "explore/engine.h"
#include "explore/explore.h"
#include "explore/offer.h"
#include "explore/program.h"
#include "explore/schedule.h"
#include "explore/scenarios.h"
#include "explore/shorten.h"
#include "explore/watch.h"

/* What may go wrong: the more of what the scenario and the options say. */
static struct luck
luck_of(const struct subject *subject)
{
    const struct options *o = subject->options;
    struct luck luck = {o->spurious, o->failing_allocations,
                        o->failing_creations};
    const struct scenario *s = subject->scenario;

    if (s && s->spurious > luck.spurious)
        luck.spurious = s->spurious;
    if (s && s->failing_allocations > luck.allocations)
        luck.allocations = s->failing_allocations;
    return luck;
}

static struct session
session_of(const struct subject *subject)
{
    const struct options *o = subject->options;

    return (struct session){.kind = o->search,
                            .preemptions = o->preemptions,
                            .seed = o->seed,
                            .n_schedules = o->schedules,
                            .depth = o->depth,
                            .limit_s = o->limit_s};
}

/* What loops where nothing is seen is no fault that could be judged. */
static void
refuse(const struct subject *subject)
{
    subject->tally->n_refused++;
    printf("%s: %s: not explored%s\n",
           subject->contender ? subject->contender->name
                              : subject->target->path,
           engine.why,
           subject->target->is_instrumented
               ? ""
               : "; compile it with -fsanitize=thread");
}

/* What is not instrumented shows its calls only, and may not make any. */
static bool
is_unseen(const struct subject *subject)
{
    if (engine.unseen || (engine.stuck && !subject->target->is_instrumented))
        return true;
    if (subject->target->is_instrumented || !subject->contender ||
        engine.n_calls)
        return false;
    snprintf(engine.why, sizeof(engine.why), "no lock, wait or signal is seen");
    return true;
}

/* Whether the queue does not offer this capacity; if so it says so. */
static bool
is_refused(const struct subject *subject, const struct session *s)
{
    const struct game *game = subject->contender ? s->argument : NULL;

    if (!game || !game->refused)
        return false;
    printf("%s %s: not offered at capacity %zu\n", subject->contender->name,
           subject->scenario->name, game->capacity);
    return true;
}

static void
judge(const struct subject *subject, struct session *s)
{
    session_run(s);
    if (is_refused(subject, s))
        return;
    if (is_unseen(subject)) {
        refuse(subject);
        return;
    }
    bool is_told = s->fault && !engine.stuck; /* else in seconds each */
    if (is_told)
        shorten(s);
    report_line(subject, s);
    if (is_told)
        report_story(subject, s);
    subject->tally->n_faults += s->fault != FAULT_NONE;
}

static void
run(const struct subject *subject, struct session *s)
{
    engine.luck = luck_of(subject);
    engine.call_steps = subject->options->call_steps;
    engine.trylocks = subject->target->tries_locks;
    engine.races = engine.buffers = subject->target->is_instrumented;
    engine.program = !subject->contender;
    if (subject->options->replay) {
        schedule_read(subject->options->replay, &s->steps, &s->n);
        s->strict = subject->options->strict;
        report_story(subject, s);
        bool impossible = s->strict && engine.n_steps < s->n;
        if (impossible)
            report_impossible(s);
        subject->tally->n_impossible += impossible;
        subject->tally->n_faults += s->fault != FAULT_NONE;
    } else {
        judge(subject, s);
    }
    session_end(s);
}

static void
explore_scenario(struct subject *subject, const struct scenario *scenario)
{
    static struct game game;
    struct session s = session_of(subject);

    subject->scenario = scenario;
    game =
        (struct game){.contender = subject->contender,
                      .scenario = scenario,
                      .shape = subject->shape,
                      .capacity =
                          offer_capacity(scenario, subject->options->capacity)};
    s.root = game_play;
    s.argument = &game;
    s.outcome = game_outcome;
    run(subject, &s);
}

static const struct scenario *
find_scenario(const char *name)
{
    const struct scenario *s = scenario_named(name);

    if (s)
        return s;
    if (!strchr(name, '.'))
        die_usage("no such scenario: '%s'", name);
    return load_scenario(name);
}

/* Only what is asked for by name is said to be left out. */
static void
explore_contender(struct subject *subject)
{
    const struct options *o = subject->options;

    for (size_t i = 0; i < o->n_scenarios; i++) {
        const struct scenario *s = find_scenario(o->scenarios[i]);
        subject->named = o->scenarios[i];
        if (offers(subject->contender, s, offer_capacity(s, o->capacity)))
            explore_scenario(subject, s);
        else
            warn_line("'%s': not offered by '%s' at this capacity", s->name,
                      subject->contender->name);
    }
    if (o->n_scenarios == 0)
        for (const struct scenario *s = scenarios; s->name; s++) {
            subject->named = s->name;
            if (offers(subject->contender, s, offer_capacity(s, o->capacity)))
                explore_scenario(subject, s);
        }
}

static void
explore_contenders(struct subject *subject)
{
    const struct options *o = subject->options;
    size_t n_explored = 0;

    for (size_t i = 0; subject->target->contenders[i]; i++) {
        subject->contender = subject->target->contenders[i];
        if (o->contender && strcmp(o->contender, subject->contender->name))
            continue;
        n_explored++;
        subject->shape = offer_shape(subject->contender, o->shape);
        explore_contender(subject);
    }
    if (n_explored == 0)
        die_usage("'%s': no contender named '%s'", subject->target->path,
                  o->contender ? o->contender : "");
}

void
explore_file(const struct options *o, const char *path, struct tally *tally)
{
    struct target target = load_target(path);
    struct subject subject = {.options = o, .target = &target, .tally = tally};
    struct session s = session_of(&subject);

    if (o->watch)
        watch_find(path, o->watch);
    if (target.contenders) {
        explore_contenders(&subject);
        return;
    }
    s.root = program_run;
    s.argument = &target;
    run(&subject, &s);
}
