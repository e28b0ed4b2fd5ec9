/* What is advised, by numbers made up for it.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/report/advice/advice.h"
#include "random.h"
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
static struct answer answer;

/* Every round costs a per cent more than the one before, for all alike: drift. */
static void
measure(size_t i, double cpu, double delay_us)
{
    for (size_t round = 1; round <= ROUNDS; round++) {
        double drift = 1 + 0.01 * (double)round;
        struct sample s = {.scenario = &latency,
                           .test = &cases[i],
                           .round = round};
        for (size_t c = 0; c < N_COLUMNS; c++)
            s.value[c] = NAN;
        s.value[COLUMN_WORKERS_CPU_PERCENT] = cpu * drift;
        s.value[COLUMN_PUTTER_CPU_PERCENT] = 0;
        s.value[COLUMN_NOTICE_P90_US] = delay_us * drift;
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

static void
make(void)
{
    size_t rounds[ROUNDS_MAX];

    front_read(&bench, &latency, &regime, &front);
    for (size_t i = 0; i < front.n_rounds; i++)
        rounds[i] = i;
    front_answer(&front, rounds, front.n_rounds, &answer);
    free(bench.samples.all);
}

static size_t
find(const char *name)
{
    for (size_t i = 0; i < front.n; i++)
        if (!strcmp(front.ways[i].entrant->contender->name, name))
            return i;
    check(0, "no way '%s'", name);
    return 0;
}

/* The tiers, lowest delay first, as "b / a,c": groups in the field's order. */
static void
advises(const char *wanted)
{
    char text[64] = "";
    FILE *out = fmemopen(text, sizeof(text), "w");

    check(out, "no memory");
    for (size_t i = 0; i < answer.n; i++) {
        fputs(i ? " / " : "", out);
        for (size_t j = 0; j < front.n; j++)
            if (answer.tiers[i].group[j])
                fprintf(out, "%s%s", j == answer.tiers[i].first ? "" : ",",
                        front.ways[j].entrant->contender->name);
    }
    fclose(out);
    check(!strcmp(text, wanted), "'%s', not '%s'", text, wanted);
}

TEST(front, holds_who_is_cheaper_and_who_is_sooner)
{
    begin();
    measure(0, 1, 1000);
    measure(1, 10, 100);
    measure(2, 10, 2000);
    make();
    check(front.n == 3, "%zu ways", front.n);
    advises("b / a");
    check(answer.dominated[find("c")], "the worst");
}

TEST(front, names_alike_ways_as_a_group_the_simplest_first)
{
    begin();
    measure(0, 1.05, 1000);
    measure(1, 1, 990);
    measure(2, 1.5, 800);
    make();
    advises("a,b,c");
    check(answer.tiers[0].first == find("a"), "not the simplest");
}

TEST(front, does_not_count_what_nobody_would_change_a_program_for)
{
    begin();
    measure(0, 0.90, 50);
    measure(1, 0.02, 50);
    measure(2, 0.90, 3);
    make();
    advises("a,b,c");
}

/* A delay that is within the same class, at a whole core. */
TEST(front, leaves_out_who_is_hardly_sooner_and_much_dearer)
{
    begin();
    measure(0, 0.12, 176);
    measure(1, 100, 107);
    make();
    advises("a");
}

/* Cheaper by less than what anybody would change a program for. */
TEST(front, does_not_advise_to_wait_longer_for_nothing)
{
    begin();
    measure(0, 0.8, 50);
    measure(1, 0.3, 10000);
    make();
    advises("a");
}

TEST(front, counts_what_the_putter_pays)
{
    begin();
    measure(0, 1, 100);
    measure(1, 5, 100);
    for (size_t i = 0; i < bench.samples.n; i++)
        if (bench.samples.all[i].test == &cases[0])
            bench.samples.all[i].value[COLUMN_PUTTER_CPU_PERCENT] = 20;
    make();
    advises("b");
}

TEST(front, is_empty_where_nothing_was_measured)
{
    begin();
    make();
    check(front.n == 0 && answer.n == 0, "%zu ways", front.n);
}

/* A run as it may have come out: each number off by up to a third in each round,
 * each run off as a whole by up to a tenth.
 */
static void
draw_run(uint64_t seed)
{
    static const double cpu[N] = {0.3, 0.2, 100, 3},
                        delay_us[N] = {200, 150, 5, 2000};
    uint64_t random = seed;

    begin();
    for (size_t i = 0; i < N; i++) {
        double run = 0.9 + 0.2 * random_unit(&random);
        measure(i, cpu[i], delay_us[i]);
        for (size_t r = 0; r < ROUNDS; r++) {
            struct sample *s = &bench.samples.all[i * ROUNDS + r];
            s->value[COLUMN_WORKERS_CPU_PERCENT] *=
                run * (0.67 + 0.66 * random_unit(&random));
            s->value[COLUMN_NOTICE_P90_US] *=
                run * (0.67 + 0.66 * random_unit(&random));
        }
    }
    make();
}

TEST(advice, is_the_same_for_runs_that_differ_by_chance)
{
    static struct advice advice;

    for (uint64_t seed = 1; seed <= 10; seed++) {
        draw_run(seed);
        advises("c / a,b");
        advice_take(&front, &advice);
        check(advice.percent[0] >= 90 && advice.percent[1] >= 90,
              "seed %d: in %u and %u of 100", (int)seed, advice.percent[0],
              advice.percent[1]);
        check(advice.dominated[3] >= 90, "%u", advice.dominated[3]);
    }
}

/* One round of eight says otherwise: two, and the rule would. */
TEST(advice, tells_that_it_is_unsure)
{
    static struct advice advice;

    begin();
    measure(0, 5, 100);
    measure(1, 1, 100);
    bench.samples.all[0].value[COLUMN_WORKERS_CPU_PERCENT] = 0.5;
    make();
    advises("b");
    advice_take(&front, &advice);
    check(advice.percent[0] > 10 && advice.percent[0] < 95, "%u of 100",
          advice.percent[0]);
}

/* A run of the bench with one regime. */
static void
begin_run(void)
{
    static const struct setting settings[] = {
        {.params = "rate=1", .regime = "made up", .title = "1 a second"}};

    begin();
    bench.laid[0] = latency;
    bench.laid[0].settings = settings;
    bench.laid[0].n_settings = 1;
    bench.n_laid = 1;
}

static void
write_run(void write(const struct bench *bench, FILE *out), char *text,
          size_t size)
{
    FILE *out = fmemopen(text, size, "w");

    write(&bench, out);
    fclose(out);
}

TEST(advice, does_not_recommend_what_chance_may_have_made)
{
    char text[2048];

    begin_run();
    measure(0, 5, 100);
    measure(1, 1, 100);
    bench.samples.all[0].value[COLUMN_WORKERS_CPU_PERCENT] = 0.5;
    write_run(advice_print, text, sizeof(text));
    check(strstr(text, "undecided, if 200 us is soon enough: b, in ") &&
              !strstr(text, "block: b"),
          "%s", text);
    write_run(advice_write_json, text, sizeof(text));
    check(strstr(text, "\"recommended\": [],") &&
              strstr(text, "\"undecided\": [\n  {\"regime\": \"made up\""),
          "%s", text);
    free(bench.samples.all);
}

/* Settings and samples as of a run of the bench, of so many rounds. */
static void
print_of_rounds(size_t n, char *text, size_t size)
{
    begin_run();
    measure(0, 0.2, 40);
    measure(1, 3, 1000);
    for (size_t i = 0; i < bench.samples.n; i++)
        bench.samples.all[i].round %= n + 1;
    write_run(advice_print, text, size);
    free(bench.samples.all);
}

TEST(advice, is_not_given_below_six_rounds)
{
    char text[2048];

    print_of_rounds(5, text, sizeof(text));
    check(strstr(text, "No advice from 5 rounds: it needs 6") &&
              strstr(text, "--rounds 6") && !strstr(text, "soon enough"),
          "%s", text);
    print_of_rounds(6, text, sizeof(text));
    check(strstr(text, "if 50 us is soon enough: block: a\n") &&
              strstr(text, "in 100 of 100 draws") && !strstr(text, "never"),
          "%s", text);
}
