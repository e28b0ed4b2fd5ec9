/* A burst: what does polled_count measure, the work or main's nap?
 * SPDX-License-Identifier: MIT
 *
 * The slides' own program: 1000 empty objects, put in at once.  The work
 * takes about a millisecond; how long the program takes, and how often its
 * workers poll, is decided by how long main sleeps between two looks.
 */
#include "array_len.h"
#include "bench/report/table.h"

static const struct bench_case own[] = {
    {"main_nap=1ms", "nap-10ms", "polling", "--main-nap 1ms"},
    {"main_nap=10ms", "nap-10ms", "polling", "--main-nap 10ms"},
    {"main_nap=100ms", "nap-10ms", "polling", "--main-nap 100ms"},
    {"", "block", "blocking", ""},
    {"", "sequential", "sequential", ""},
};

static void
print(const struct bench *bench, const struct scenario *scenario)
{
    const struct bench_case *cases = scenario->cases;
    static const char *const labels[] = {"1 ms", "10 ms", "100 ms", "block",
                                         "loop"};
    const struct bench_case *tests[] = {&cases[0], &cases[1], &cases[2],
                                        &cases[3], &cases[4]};

    table_head("1000 at once; main naps", labels, 5);
    table_row(bench, "until main knows, ms", tests, 5, COLUMN_WALL_MS, UNIT_MS);
    tests[3] = tests[4] = NULL;
    table_row(bench, "polls (3000 had work)", tests, 5, COLUMN_POLLS,
              UNIT_COUNT);
}

const struct scenario scenario_burst = {
    .name = "burst",
    .question = "Is polled_count the price of polling, or of main's nap?",
    .how = HOW_PLAIN,
    .baseline = "block",
    .n_cases = ARRAY_LEN(own),
    .cases = own,
    .case_ms = 90,
    .print = print,
    .n_shown = 2,
    .shown = {COLUMN_WALL_MS, COLUMN_POLLS},
};
