/* Explores what the options name.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "die.h"
#include "explore/command/explore.h"
#include "explore/scenarios/offer.h"
#include "explore/load/program.h"
#include "explore/scenarios/scenarios.h"
#include "explore/tell/watch.h"

static void
leave_out(struct subject *subject, const char *why)
{
    if (!*subject->left_out)
        snprintf(subject->left_out, OFFER_BYTES, "%s", why);
}

static void
tell_refused(struct subject *subject, size_t capacity)
{
    char why[OFFER_BYTES];

    printf("%s %s: not offered at capacity %zu\n", subject->contender->name,
           subject->scenario->name, capacity);
    snprintf(why, sizeof(why), "create refuses capacity %zu: try another -k",
             capacity);
    leave_out(subject, why);
}

static void
explore_scenario(struct subject *subject, const struct scenario *scenario)
{
    static struct game game;
    struct session s = subject_session(subject);

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
    subject_run(subject, &s);
    if (game.refused)
        tell_refused(subject, game.capacity);
    else
        subject->n_played++;
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

/* A scenario that is left out is named only if it was asked for. */
static void
offer_scenario(struct subject *subject, const struct scenario *s, bool asked)
{
    size_t capacity = offer_capacity(s, subject->options->capacity);
    char why[OFFER_BYTES];

    if (offers(subject->contender, s, capacity, why)) {
        explore_scenario(subject, s);
        return;
    }
    leave_out(subject, why);
    if (asked)
        printf("%s %s: not played: %s\n", subject->contender->name, s->name,
               why);
}

static void
offer_scenarios(struct subject *subject)
{
    const struct options *o = subject->options;

    for (size_t i = 0; i < o->n_scenarios; i++) {
        subject->named = o->scenarios[i];
        offer_scenario(subject, find_scenario(o->scenarios[i]), true);
    }
    if (o->n_scenarios == 0)
        for (const struct scenario *s = scenarios; s->name; s++) {
            subject->named = s->name;
            offer_scenario(subject, s, false);
        }
}

/* A contender none of whose scenarios could be run was not explored.  A
 * scenario that was asked for has said why.
 */
static void
explore_contender(struct subject *subject)
{
    const struct contender *c = subject->contender;
    const struct options *o = subject->options;

    subject->shape = offer_shape(c, o->shape);
    subject->n_played = 0;
    subject->left_out[0] = '\0';
    offer_scenarios(subject);
    if (subject->n_played)
        return;
    subject->tally->n_refused++;
    if (o->n_scenarios == 0)
        printf("%s: not explored: %s\n", c->name, subject->left_out);
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
    struct session s = subject_session(&subject);

    if (o->watch)
        watch_find(path, o->watch);
    if (target.contenders) {
        explore_contenders(&subject);
        return;
    }
    s.root = program_run;
    s.argument = &target;
    subject_run(&subject, &s);
}
