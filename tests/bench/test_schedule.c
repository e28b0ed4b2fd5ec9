/* The schedule: rounds that fit into the budget.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "bench/run/schedule.h"
#include "clock.h"
#include "test.h"

static struct bench bench;
static const struct bench_case cases[10] = {
    {"x=1", "", "", ""}, {"", "", "", ""}, {"", "", "", ""}, {"", "", "", ""},
    {"", "", "", ""},    {"", "", "", ""}, {"", "", "", ""}, {"", "", "", ""},
    {"", "", "", ""},    {"", "", "", ""}};

/* Two scenarios of 10 runs a round, a second each. */
static void
plan(double budget_s, uint64_t rounds)
{
    memset(&bench, 0, sizeof(bench));
    bench.budget_s = budget_s;
    bench.rounds = rounds;
    bench.start_ns = clock_now_ns();
    bench.n_laid = 2;
    for (size_t i = 0; i < 2; i++)
        bench.laid[i] =
            (struct scenario){.n_cases = 10, .cases = cases, .case_ms = 1000};
}

TEST(schedule, gives_all_rounds_when_there_is_time)
{
    plan(1000, 6);
    check(schedule_rounds(&bench, &bench.laid[0]) == 6, "%zu",
          schedule_rounds(&bench, &bench.laid[0]));
}

/* 140 s would be needed, warm-ups included. */
TEST(schedule, takes_the_same_share_from_all_when_there_is_not)
{
    plan(71, 6);
    check(schedule_rounds(&bench, &bench.laid[0]) == 2, "%zu",
          schedule_rounds(&bench, &bench.laid[0]));
}

TEST(schedule, leaves_one_round_however_late_it_is)
{
    plan(0.001, 6);
    check(schedule_rounds(&bench, &bench.laid[1]) == 1, "%zu",
          schedule_rounds(&bench, &bench.laid[1]));
}

TEST(schedule, halves_the_rounds_of_what_is_slow)
{
    plan(1000, 7);
    bench.laid[0].is_slow = true;
    check(schedule_rounds(&bench, &bench.laid[0]) == 4, "%zu",
          schedule_rounds(&bench, &bench.laid[0]));
}

TEST(schedule, learns_that_the_machine_is_slower_than_guessed)
{
    plan(150, 6);
    check(schedule_rounds(&bench, &bench.laid[0]) == 6, "fits");
    struct sample sample = {.scenario = &bench.laid[0], .test = &cases[0]};
    for (int i = 0; i < 4; i++)
        schedule_learn(&bench, &sample, 2 * NS_PER_S);
    check(schedule_rounds(&bench, &bench.laid[0]) == 2, "%zu",
          schedule_rounds(&bench, &bench.laid[0]));
}

TEST(schedule, knows_of_a_case_that_takes_longer_than_the_others)
{
    static const struct setting longer = {.params = "x=1", .ms = 11000};

    plan(71, 6); /* 70 + 140 s would be needed, warm-ups included */
    bench.laid[0].settings = &longer;
    bench.laid[0].n_settings = 1;
    check(schedule_rounds(&bench, &bench.laid[0]) == 1, "%zu",
          schedule_rounds(&bench, &bench.laid[0]));
}

TEST(schedule, repeats_a_noisy_round_only_when_others_keep_their_time)
{
    plan(85, 6);
    check(schedule_has_room(&bench, &bench.laid[0]), "10 + 70 of 85 s");
    bench.budget_s = 75;
    check(!schedule_has_room(&bench, &bench.laid[0]), "10 + 70 of 75 s");
}

/* The advice needs 6 rounds: 70 s for them, 20 s for the other at least. */
TEST(schedule, keeps_six_rounds_for_what_decides)
{
    plan(71, 6);
    bench.laid[1].decides = true;
    check(schedule_rounds(&bench, &bench.laid[0]) == 1, "%zu",
          schedule_rounds(&bench, &bench.laid[0]));
    check(schedule_rounds(&bench, &bench.laid[1]) == 6, "%zu",
          schedule_rounds(&bench, &bench.laid[1]));
}

TEST(schedule, gives_what_decides_twelve_rounds_when_there_is_time)
{
    plan(1000, 6);
    bench.laid[1].decides = bench.has_default_rounds = true;
    check(schedule_rounds(&bench, &bench.laid[1]) == 12, "by default");
    bench.has_default_rounds = false;
    check(schedule_rounds(&bench, &bench.laid[1]) == 6, "not as asked for");
    bench.rounds = 2;
    check(schedule_rounds(&bench, &bench.laid[1]) == 2, "more than asked for");
}
