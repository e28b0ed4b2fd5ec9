/* With reduction the threads see the same results as without.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "explore/scenarios/scenarios.h"
#include "explore/rig.h"
#include "test.h"

struct small {
    const char *scenario;
    struct shape shape;
    size_t capacity;
};

static const struct small many[] = {
    {"put-get", {1, 1, 3}, 1},   {"put-get", {2, 1, 1}, 1},
    {"put-get", {2, 1, 2}, 1},   {"put-get", {1, 2, 2}, 2},
    {"put-get", {2, 2, 1}, 1},   {"try", {2, 1, 1}, 1},
    {"try", {1, 1, 2}, 1},       {"try", {2, 2, 1}, 2},
    {"deadlines", {1, 1, 1}, 1}, {"deadlines", {2, 1, 1}, 1},
    {"late", {1, 1, 1}, 1},      {"close", {1, 1, 1}, 1},
    {"close", {2, 1, 1}, 1},     {"drop", {1, 1, 1}, 1},
    {"drop", {2, 1, 1}, 1},      {"last-closes", {2, 1, 1}, 1},
    {"join", {1, 1, 1}, 1},      {"join-deadline", {1, 1, 1}, 1},
    {"destroy", {1, 1, 1}, 1},   {"spurious", {2, 1, 1}, 1},
    {"no-memory", {2, 1, 1}, 1},
};

static struct session
play(const struct contender *c, const struct small *small,
     enum search_kind kind)
{
    static struct game game;

    game = (struct game){.contender = c,
                         .scenario = scenario_named(small->scenario),
                         .shape = small->shape,
                         .capacity = small->capacity};
    engine.luck = (struct luck){game.scenario->spurious,
                                game.scenario->failing_allocations, 0};
    return explored(kind, -1, game_play, &game);
}

static void
compare(const struct contender *c, const struct small *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct session all = play(c, &cases[i], SEARCH_BOUNDED);
        struct session some = play(c, &cases[i], SEARCH_REDUCED);
        snprintf(test_at, sizeof(test_at), "%s, %s, %u x %u: ", c->name,
                 cases[i].scenario, cases[i].shape.producers,
                 cases[i].shape.consumers);
        check(!all.fault && !some.fault, "%s%s", all.why, some.why);
        check(all.complete && some.complete, "not complete");
        check(all.n_outcomes == some.n_outcomes &&
                  !memcmp(all.outcomes, some.outcomes,
                          all.n_outcomes * sizeof(all.outcomes[0])),
              "%zu outcomes of %lu schedules, with reduction %zu of %lu",
              all.n_outcomes, (unsigned long)all.n_runs, some.n_outcomes,
              (unsigned long)some.n_runs);
        session_end(&all);
        session_end(&some);
    }
}

TEST(explore, with_reduction_shows_every_outcome_of_the_blocking_queue)
{
    compare(load_contenders(BUILD "/contenders/blocking.so")[0], many,
            ARRAY_LEN(many));
}

static const struct small few[] = {
    {"put-get", {1, 1, 2}, 1}, {"put-get", {2, 1, 1}, 1},
    {"put-get", {1, 2, 2}, 1}, {"try", {1, 1, 2}, 1},
    {"close", {1, 1, 1}, 1},   {"late", {1, 1, 1}, 1},
};

/* A rung that naps before it takes: a million schedules with the third. */
static const struct small fewer[] = {
    {"put-get", {1, 1, 2}, 1}, {"put-get", {2, 1, 1}, 1},
    {"put-get", {1, 2, 1}, 1}, {"try", {1, 1, 2}, 1},
    {"close", {1, 1, 1}, 1},   {"late", {1, 1, 1}, 1},
};

static bool
is_wide(const struct contender *c)
{
    return !strncmp(c->name, "gather", 6) && !getenv("PROGRAMS");
}

/* Those that can be explored without seeing each access of memory.  With PROGRAMS
 * in the environment, as for the random ones, each has all its cases.
 */
TEST(explore, with_reduction_shows_every_outcome_of_the_ladder)
{
    const struct contender *const *rung =
        load_contenders(BUILD "/contenders/waiting.so");

    for (; *rung; rung++)
        if (strcmp((*rung)->name, "spin") && strcmp((*rung)->name, "pause"))
            compare(*rung, is_wide(*rung) ? fewer : few, ARRAY_LEN(few));
}
