/* Naps: what does a worker that polls pay for which delay?
 * SPDX-License-Identifier: MIT
 *
 * The median delay of a thread that checks every T is T/2, whatever the machine; what it
 * costs to look is the machine's.
 */
#include "array_len.h"
#include "bench/probe/sample.h"
#include "bench/report/table.h"

#define NAP(nap, n)                                                            \
    {                                                                          \
        "nap=" nap, "polling", "rig",                                          \
            "--items " n " --every 10ms --contender polling --capacity 0 "     \
            "--name polling-" nap                                              \
    }

static const struct bench_case own[] = {
    NAP("0.1ms", "100"), NAP("0.3ms", "100"), NAP("1ms", "100"),
    NAP("3ms", "100"),   NAP("10ms", "100"),  NAP("30ms", "100"),
    NAP("100ms", "200"),
};

static void
print(const struct bench *bench, const struct scenario *scenario)
{
    static const char *const labels[] = {"0.1", "0.3", "1",  "3",
                                         "10",  "30",  "100"};
    const struct bench_case *tests[ARRAY_LEN(own)];

    for (size_t i = 0; i < ARRAY_LEN(own); i++)
        tests[i] = &scenario->cases[i];
    table_head("Naps of so many ms", labels, ARRAY_LEN(own));
    table_row(bench, "CPU, % of a core", tests, ARRAY_LEN(own),
              COLUMN_WORKERS_CPU_PERCENT, UNIT_MS);
    table_row(bench, "delay p50, ms", tests, ARRAY_LEN(own),
              COLUMN_DELAY_P50_US, UNIT_US_AS_MS);
}

const struct scenario scenario_naps = {
    .name = "naps",
    .question = "What does a worker that polls pay for which delay?",
    .how = HOW_RUN,
    .baseline = "polling",
    .case_ms = 1250,
    .is_slow = true,
    .is_extra = true,
    .n_cases = ARRAY_LEN(own),
    .cases = own,
    .print = print,
    .n_shown = 2,
    .shown = {COLUMN_WORKERS_CPU_PERCENT, COLUMN_DELAY_P50_US},
};
