/* Memory: what happens behind a slow stage, and what helps?
 * SPDX-License-Identifier: MIT
 *
 * Items of 128 KiB come twice as fast as the middle stage can take them.
 * "split" gives that stage four workers, "smaller" halves each item's size
 * and work and sends twice as many.  The slow stage waits for a device
 * (sleeps), so that it can be split on any number of cores.
 */
#include "array_len.h"
#include "bench/report/table.h"

#define SLOW "--stages work --items 400 --every 0.5ms --set payload=131072 "

static const struct bench_case own[] = {
    {"capacity=0", "nap-10ms", "polling", SLOW "--io 0,1ms,0 --main-nap 10ms"},
    {"capacity=0", "block", "blocking", SLOW "--io 0,1ms,0"},
    {"capacity=10", "block", "blocking", SLOW "--io 0,1ms,0 --capacity 10"},
    {"capacity=100", "block", "blocking", SLOW "--io 0,1ms,0 --capacity 100"},
    {"capacity=0", "split-4", "blocking", SLOW "--io 0,1ms,0 --workers 1,4,1"},
    {"capacity=10", "refuse", "blocking",
     SLOW "--io 0,1ms,0 --capacity 10 --refuse"},
    {"capacity=0", "smaller", "blocking",
     "--stages work --items 800 --every 0.25ms --set payload=65536 "
     "--io 0,0.5ms,0"},
};

static void
print(const struct bench *bench, const struct scenario *scenario)
{
    const struct bench_case *cases = scenario->cases;
    static const char *const labels[] = {"poll",  "block",  "cap10", "cap100",
                                         "split", "refuse", "small"};
    const struct bench_case *tests[ARRAY_LEN(own)];

    for (size_t i = 0; i < ARRAY_LEN(own); i++)
        tests[i] = &cases[i];
    table_head("A slow middle stage", labels, ARRAY_LEN(tests));
    table_row(bench, "longest queue", tests, ARRAY_LEN(tests), COLUMN_LONGEST,
              UNIT_COUNT);
    table_row(bench, "peak memory, MiB", tests, ARRAY_LEN(tests),
              COLUMN_PEAK_MIB, UNIT_MIB);
    table_row(bench, "until all is done, ms", tests, ARRAY_LEN(tests),
              COLUMN_WALL_MS, UNIT_MS);
    table_row(bench, "items refused", tests, ARRAY_LEN(tests), COLUMN_REFUSED,
              UNIT_COUNT);
}

const struct scenario scenario_memory = {
    .name = "memory",
    .question = "What happens behind a slow stage, and what helps?",
    .how = HOW_SERIES,
    .baseline = "block",
    .is_slow = true,
    .n_cases = ARRAY_LEN(own),
    .cases = own,
    .case_ms = 280,
    .print = print,
    .n_shown = 3,
    .shown = {COLUMN_LONGEST, COLUMN_PEAK_MIB, COLUMN_WALL_MS},
};
