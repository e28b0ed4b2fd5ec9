/* The bench's part for queues on another machine: the server's CPU, the turns of
 * the cases.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/probe/probe.h"
#include "bench/probe/fill.h"
#include "bench/probe/tree.h"
#include "bench/run/schedule.h"
#include "bench/scenarios/far/pair.h"
#include "clock.h"
#include "test.h"

#define BURN_NS (50 * NS_PER_MS)

static void
burn(void)
{
    while (clock_process_cpu_ns() < BURN_NS)
        continue;
}

/* A child that burns, says so, and waits, or ends when told to. */
static pid_t
start_burner(int *told)
{
    int burnt[2], tell[2];
    char byte;

    check(!pipe(burnt) && !pipe(tell), "no pipe");
    pid_t child = fork();
    if (child == 0) {
        burn();
        close(tell[1]);
        if (write(burnt[1], "", 1) == 1 && read(tell[0], &byte, 1) >= 0)
            _exit(0);
        _exit(1);
    }
    check(read(burnt[0], &byte, 1) == 1, "the child says nothing");
    *told = tell[1];
    return child;
}

/* A child of the server took its time along. */
TEST(far, a_servers_cpu_that_shrank_is_not_known)
{
    struct sample sample = {0};

    fill_from_server(&sample, 5, 3, 100);
    check(isnan(sample.value[COLUMN_SERVER_CPU_PERCENT]) &&
              isnan(sample.value[COLUMN_BOTH_CPU_PERCENT]),
          "it is a number");
}

TEST(far, the_cpu_of_a_tree_has_that_of_its_children)
{
    int told;
    int64_t before_ns = tree_cpu_ns(getpid());
    pid_t child = start_burner(&told);

    check(tree_cpu_ns(getpid()) - before_ns >= BURN_NS, "it is not all there");
    check(tree_cpu_ns(child) >= BURN_NS, "the child's own is missing");
    close(told);
    waitpid(child, NULL, 0);
    check(tree_cpu_ns(child) == PROBE_NONE, "one that has ended has some");
    check(tree_ended_ns(getpid()) > 0, "the child's is lost with its end");
    check(tree_used_ns(getpid()) >= tree_cpu_ns(getpid()) + BURN_NS / 2,
          "it is not used");
}

static struct pace
pace(const struct bench_case *test)
{
    return (struct pace){1000, *test->params == 'd'   ? 1
                               : *test->params == 'n' ? 0
                                                      : 3};
}

TEST(far, a_case_of_each_third_round_counts_for_a_third)
{
    static const struct bench_case cases[] = {{"decides", "", "", ""},
                                              {"three", "", "", ""},
                                              {"three", "", "", ""},
                                              {"three", "", "", ""},
                                              {"never", "", "", ""}};
    static struct bench bench;

    bench.rounds = 6;
    bench.n_laid = 1;
    bench.start_ns = clock_now_ns();
    bench.laid[0] =
        (struct scenario){.n_cases = 5, .cases = cases, .pace = pace};
    bench.budget_s = 15; /* 7 rounds of 2 s, where all would take 4 */
    check(schedule_rounds(&bench, &bench.laid[0]) == 6, "%zu rounds",
          schedule_rounds(&bench, &bench.laid[0]));
    bench.is_full = true;
    check(schedule_rounds(&bench, &bench.laid[0]) < 6, "a full run has turns");
}

static int
verdict(double a, double b, size_t n)
{
    struct pair p = {.n = n};

    for (size_t i = 0; i < n; i++) {
        p.a[i] = a + (double)i / 100;
        p.b[i] = b + (double)i / 100;
    }
    return pair_compare(&p);
}

TEST(far, a_way_is_cheaper_only_by_a_third_by_a_per_cent_and_in_six_rounds)
{
    check(verdict(1, 3, 6) == -1, "1 against 3");
    check(verdict(3, 1, 6) == 1, "3 against 1");
    check(verdict(3, 4, 6) == 0, "less than a third");
    check(verdict(0.1, 0.9, 6) == 0, "less than 1 %% of a core");
    check(verdict(1, 3, 5) == 0, "five rounds");
}

TEST(far, draws_agree_with_what_every_round_says)
{
    struct pair p = {.n = 6};

    for (size_t i = 0; i < p.n; i++) {
        p.a[i] = 1;
        p.b[i] = i < 4 ? 3 : 0.5;
    }
    unsigned mixed = pair_agreeing_draws(&p, -1);
    p.b[4] = p.b[5] = 3;
    check(pair_agreeing_draws(&p, -1) == 100, "not all draws agree");
    check(mixed < 100, "all draws agree where rounds do not");
}
