/* At work: what does waiting cost while items come, in CPU and in delay?
 * SPDX-License-Identifier: MIT
 *
 * Three stages, about one item a millisecond on a jittered schedule, no work
 * in the stages: what is measured is the waiting.  The delay is end to end,
 * from when an item was due until the last stage had it.
 */
#include "array_len.h"
#include "bench/report/table.h"

#define PACE "--items 300 --every 1ms --delays"

static const struct bench_case own[] = {
    {"rate=1000", "nap-10ms", "polling", PACE " --main-nap 10ms"},
    {"rate=1000", "nap-0.1ms", "polling", PACE " --main-nap 10ms --nap 0.1ms"},
    {"rate=1000", "block", "blocking", PACE},
    {"rate=1000", "gather-10ms", "blocking", PACE " --gather 10ms"},
};

static const struct setting settings[] = {
    {.params = "rate=1000,stages=3",
     .title = "three stages, 1 item a ms, each way of waiting",
     .arguments = "--mode pipeline --items 300 --every 1ms"},
};

static void
print(const struct bench *bench, const struct scenario *scenario)
{
    const struct bench_case *cases = scenario->cases;
    static const char *const labels[] = {"nap 10 ms", "nap 0.1 ms", "block",
                                         "block+gather"};
    const struct bench_case *tests[] = {&cases[0], &cases[1], &cases[2],
                                        &cases[3]};

    table_head("At work, 1 item a ms", labels, 4);
    table_row(bench, "CPU of the 3 workers", tests, 4,
              COLUMN_WORKERS_CPU_PERCENT, UNIT_PERCENT);
    table_row(bench, "delay p50, ms", tests, 4, COLUMN_DELAY_P50_US,
              UNIT_US_AS_MS);
    table_row(bench, "delay p99, ms", tests, 4, COLUMN_DELAY_P99_US,
              UNIT_US_AS_MS);
}

const struct scenario scenario_work = {
    .name = "work",
    .question = "What does waiting cost at work, in CPU and in delay?",
    .how = HOW_RUN,
    .baseline = "block",
    .n_cases = ARRAY_LEN(own),
    .cases = own,
    .case_ms = 350,
    .without_pair = true,
    .n_settings = ARRAY_LEN(settings),
    .settings = settings,
    .print = print,
    .n_shown = 3,
    .shown = {COLUMN_WORKERS_CPU_PERCENT, COLUMN_DELAY_P50_US,
              COLUMN_DELAY_P99_US},
};
