/* Rounds: every case once, neighbours together, faults named.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/report/results.h"
#include "bench/run/rounds.h"
#include "bench/stats/summary.h"
#include "test.h"

static atomic_bool stop;
static struct bench bench = {.stop = &stop, .rounds = 6, .random = 3};

static const struct bench_case cases[] = {
    {"x=1", "block", "blocking", "--items 5"},
    {"x=2", "block", "blocking", "--items 6"},
    {"x=1", "nap-10ms", "polling", "--items 5 --main-nap 1ms"},
    {"x=2", "nap-10ms", "polling", "--items 6 --main-nap 1ms"},
};

static struct scenario tiny = {.name = "tiny",
                               .how = HOW_PLAIN,
                               .baseline = "block",
                               .n_cases = 4,
                               .cases = cases};

static void
begin(void)
{
    snprintf(bench.programs, sizeof(bench.programs), "%s/bin", BUILD);
    snprintf(bench.results, sizeof(bench.results), "/tmp/doorbell-test-XXXXXX");
    check(mkdtemp(bench.results), "no folder in /tmp");
    results_name(&bench);
    results_begin(&bench);
}

static void
end(void)
{
    char command[BENCH_PATH + 16];

    results_end(&bench);
    snprintf(command, sizeof(command), "rm -rf '%s'", bench.results);
    check(system(command) == 0, "cannot clean up");
    free(bench.samples.all);
}

/* A program of the user's that lies: made on the spot, in the results. */
static void
run_script(const char *body, struct bench_case *test)
{
    char path[BENCH_PATH + 16];

    begin();
    snprintf(path, sizeof(path), "%s/script", bench.results);
    FILE *file = fopen(path, "w");
    fprintf(file, "#!/bin/sh\n%s\n", body);
    fclose(file);
    chmod(path, 0755);
    snprintf(bench.programs, sizeof(bench.programs), "%s", bench.results);
    *test = (struct bench_case){"", "mine", "script", ""};
    tiny.cases = test;
    tiny.n_cases = 1;
    bench.rounds = 1;
    rounds_run(&bench, &tiny);
}

TEST(rounds, run_every_case_once_after_a_warm_up)
{
    size_t count[7][4] = {{0}};

    begin();
    check(rounds_run(&bench, &tiny), "was stopped");
    for (size_t i = 0; i < bench.samples.n; i++) {
        const struct sample *s = &bench.samples.all[i];
        check(!s->wrong, "%s", s->wrong);
        if (s->round < 7)
            count[s->round][s->test - cases]++;
    }
    for (size_t r = 0; r < 7; r++)
        for (size_t c = 0; c < 4; c++)
            check(count[r][c] == 1, "round %zu, case %zu: %zu runs", r, c,
                  count[r][c]);
    end();
}

TEST(rounds, keep_neighbours_together_and_draw_who_is_first)
{
    size_t first[4] = {0};

    begin();
    rounds_run(&bench, &tiny);
    for (size_t i = 0; i + 1 < bench.samples.n; i += 2) {
        const struct sample *a = &bench.samples.all[i], *b = a + 1;
        check(a->round == b->round, "a round is not whole");
        check(!strcmp(a->test->params, b->test->params), "%s beside %s",
              a->test->params, b->test->params);
        first[a->test - cases]++;
    }
    check(first[0] && first[2], "always the same one first: %zu %zu %zu %zu",
          first[0], first[1], first[2], first[3]);
    end();
}

TEST(rounds, warm_up_is_in_no_summary)
{
    begin();
    rounds_run(&bench, &tiny);
    struct summary s = summary_of(&bench, &cases[0], COLUMN_FINISHED);
    check(s.n >= 6 && s.n <= 8, "n %zu", s.n);
    check(s.median == 5, "finished %g", s.median);
    end();
}

TEST(rounds, ratios_are_taken_to_the_same_parameters)
{
    begin();
    rounds_run(&bench, &tiny);
    struct summary s = summary_ratio(&bench, &tiny, &cases[3], COLUMN_FINISHED);
    check(s.median == 1, "ratio %g", s.median);
    s = summary_ratio(&bench, &tiny, &cases[0], COLUMN_FINISHED);
    check(s.n == 0, "the baseline is compared with itself");
    end();
}

TEST(rounds, program_that_loses_an_item_is_named_and_not_timed)
{
    struct bench_case test;

    run_script("printf 'items\\t10\\nfinished\\t9\\nwall_ns\\t5\\n'", &test);
    const char *why = samples_wrong(&bench.samples, &test);
    check(why && strstr(why, "lost"), "%s", why ? why : "nothing wrong");
    struct summary s = summary_of(&bench, &test, COLUMN_WALL_MS);
    check(s.n == 0, "was timed");
    end();
}

TEST(rounds, program_that_fails_is_named_with_what_it_said)
{
    struct bench_case test;

    run_script("echo 'script: the dog ate it' >&2; exit 1", &test);
    const char *why = samples_wrong(&bench.samples, &test);
    check(why && strstr(why, "the dog ate it"), "%s", why ? why : "fine");
    end();
}

TEST(rounds, polls_that_do_not_add_up_are_wrong)
{
    struct bench_case test;

    run_script("printf 'items\\t1\\nfinished\\t1\\n"
               "workers.0.polled_count\\t9\\nworkers.0.work_done\\t1\\n"
               "workers.0.empty_looks\\t3\\nworkers.0.exits\\t1\\n'",
               &test);
    const char *why = samples_wrong(&bench.samples, &test);
    check(why && strstr(why, "polls"), "%s", why ? why : "fine");
    end();
}

TEST(rounds, that_are_stopped_keep_what_is_finished)
{
    begin();
    atomic_store(&stop, true);
    check(!rounds_run(&bench, &tiny), "was not stopped");
    check(bench.samples.n == 0, "%zu samples", bench.samples.n);
    end();
}
