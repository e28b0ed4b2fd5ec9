/* Idle: what do workers cost that have nothing to do?
 * SPDX-License-Identifier: MIT
 */
#include "array_len.h"
#include "bench/report/table.h"

#define IDLE "--items 0 --depth 1 --workers "

static const struct bench_case own[] = {
    {"workers=1", "nap-10ms", "polling", IDLE "1"},
    {"workers=1", "block", "blocking", IDLE "1"},
    {"workers=10", "nap-10ms", "polling", IDLE "10"},
    {"workers=10", "block", "blocking", IDLE "10"},
    {"workers=100", "nap-10ms", "polling", IDLE "100"},
    {"workers=100", "block", "blocking", IDLE "100"},
    {"workers=1000", "nap-10ms", "polling", IDLE "1000"},
    {"workers=1000", "block", "blocking", IDLE "1000"},
};

static const struct setting settings[] = {
    {.params = "workers=10",
     .title = "10 workers, each way of waiting",
     .arguments = "--mode idle --consumers 10"},
};

static void
print(const struct bench *bench, const struct scenario *scenario)
{
    const struct bench_case *cases = scenario->cases;
    static const char *const labels[] = {"1", "10", "100", "1000 workers"};
    const struct bench_case *naps[4], *blocks[4];

    for (size_t i = 0; i < 4; i++) {
        naps[i] = &cases[2 * i];
        blocks[i] = &cases[2 * i + 1];
    }
    table_head("Idle, CPU of them all", labels, 4);
    table_row(bench, "nap 10 ms", naps, 4, COLUMN_CPU_PERCENT, UNIT_PERCENT);
    table_row(bench, "block", blocks, 4, COLUMN_CPU_PERCENT, UNIT_PERCENT);
    table_row(bench, "block: switches a second", blocks, 4,
              COLUMN_VOLUNTARY_PER_S, UNIT_COUNT);
}

const struct scenario scenario_idle = {
    .name = "idle",
    .question = "What do workers cost that have nothing to do?",
    .how = HOW_IDLE,
    .baseline = "block",
    .n_cases = ARRAY_LEN(own),
    .cases = own,
    .case_ms = 260,
    .without_pair = true,
    .n_settings = ARRAY_LEN(settings),
    .settings = settings,
    .print = print,
    .n_shown = 2,
    .shown = {COLUMN_CPU_PERCENT, COLUMN_VOLUNTARY_PER_S},
};
