/* The front: who is recommended, by numbers made up for it.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench/front.h"
#include "test.h"

enum { N = 4, ROUNDS = 8 };

static const struct setting regime = {.params = "rate=1", .regime = "made up"};

static const struct contender who[N] = {{.name = "a"},
                                        {.name = "b"},
                                        {.name = "c"},
                                        {.name = "d"}};

static const struct bench_case cases[N] = {{"rate=1", "a", "rig", ""},
                                           {"rate=1", "b", "rig", ""},
                                           {"rate=1", "c", "rig", ""},
                                           {"rate=1", "d", "rig", ""}};

static const struct scenario latency = {.name = "latency",
                                        .n_cases = N,
                                        .cases = cases};

static struct bench bench;
static struct front front;

/* Every round a per cent dearer than the one before, for all alike: drift. */
static void
measure(size_t i, double cpu, double delay_us, double p99_us)
{
    for (size_t round = 1; round <= ROUNDS; round++) {
        double drift = 1 + 0.01 * (double)round;
        struct sample s = {.scenario = &latency,
                           .test = &cases[i],
                           .round = round};
        for (size_t c = 0; c < N_COLUMNS; c++)
            s.value[c] = NAN;
        s.value[COLUMN_WORKERS_CPU_PERCENT] = cpu * drift;
        s.value[COLUMN_NOTICE_P90_US] = delay_us * drift;
        s.value[COLUMN_NOTICE_P99_US] = p99_us * drift;
        samples_add(&bench.samples, &s);
    }
}

static void
begin(void)
{
    memset(&bench, 0, sizeof(bench));
    for (size_t i = 0; i < N; i++)
        bench.field.all[i] =
            (struct entrant){.contender = &who[i], .runs = true};
    bench.field.n = N;
}

static const struct point *
find(const char *name)
{
    for (size_t i = 0; i < front.n; i++)
        if (!strcmp(front.points[i].entrant->contender->name, name))
            return &front.points[i];
    check(0, "no point '%s'", name);
    return NULL;
}

static void
make(void)
{
    front_make(&bench, &latency, &regime, &front);
    free(bench.samples.all);
}

TEST(front, holds_who_is_cheaper_and_who_is_sooner)
{
    begin();
    measure(0, 1, 1000, 2000);
    measure(1, 10, 100, 200);
    measure(2, 10, 2000, 4000);
    make();
    check(front.n == 3, "%zu points", front.n);
    check(!find("a")->dominator && find("a")->is_recommended, "the cheapest");
    check(!find("b")->dominator && find("b")->is_recommended, "the soonest");
    check(find("c")->dominator && !find("c")->is_recommended, "the worst");
}

TEST(front, of_two_alike_recommends_the_simpler)
{
    begin();
    measure(0, 1, 1000, 2000);
    measure(1, 1.05, 990, 1980);
    make();
    check(find("a")->is_recommended, "the first in the field");
    check(!find("b")->is_recommended && !find("b")->dominator, "no worse");
}

TEST(front, does_not_count_what_nobody_would_change_a_program_for)
{
    begin();
    measure(0, 0.10, 1000, 2000);
    measure(1, 0.02, 1000, 2000);
    measure(2, 0.10, 991, 1992);
    make();
    check(find("a")->is_recommended && !find("a")->dominator, "0.08 %%, 8 us");
}

TEST(front, leaves_out_who_is_hardly_sooner_than_the_one_before)
{
    begin();
    measure(0, 1, 1000, 2000);
    measure(1, 5, 800, 1600);
    measure(2, 9, 100, 200);
    make();
    check(!find("b")->dominator && !find("b")->is_recommended, "1.25 times");
    check(find("c")->is_recommended, "10 times");
}

/* Both are "200 us is fine", and one takes a whole core for it. */
TEST(front, leaves_out_who_is_sooner_within_the_same_bound)
{
    begin();
    measure(0, 1, 100, 180);
    measure(1, 99, 70, 115);
    make();
    check(find("a")->bound_us == 200 && find("b")->bound_us == 200, "bounds");
    check(!find("b")->dominator && !find("b")->is_recommended, "1.6 times");
}

TEST(front, takes_the_percentile_that_all_can_bear)
{
    begin();
    measure(0, 1, 1000, 2000);
    measure(1, 1, 1000, NAN);
    make();
    check(front.delay == COLUMN_NOTICE_P90_US, "p99 of a short run");
    begin();
    measure(0, 1, 1000, 2000);
    make();
    check(front.delay == COLUMN_NOTICE_P99_US, "p90 of a long run");
}

TEST(front, is_empty_where_nothing_was_measured)
{
    begin();
    make();
    check(front.n == 0, "%zu points", front.n);
}
