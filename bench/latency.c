/* Latency: how soon does a waiting consumer notice?
 * SPDX-License-Identifier: MIT
 *
 * One producer, one consumer, no pipeline; items on a jittered schedule that
 * waits for nobody.  A delay is from when an item was due until the consumer
 * had it; the schedule's own lateness is in every one of them alike.
 */
#include "array_len.h"
#include "table.h"

#define RIG(rate, n, nap, file, name)                                          \
    {                                                                          \
        "rate=" rate, name, "rig",                                             \
            "--items " n " --every " nap " --contender " file " --name " name  \
            " --capacity 0"                                                    \
    }

/* Every contender at one rate. */
#define ALL(rate, n, every)                                                    \
    RIG(rate, n, every, "polling", "polling-10ms"),                            \
        RIG(rate, n, every, "polling", "polling-1ms"),                         \
        RIG(rate, n, every, "blocking", "blocking"),                           \
        RIG(rate, n, every, "waiting", "condvar"),                             \
        RIG(rate, n, every, "waiting", "futex"),                               \
        RIG(rate, n, every, "waiting", "spin-20us-park"),                      \
        RIG(rate, n, every, "waiting", "yield"),                               \
        RIG(rate, n, every, "waiting", "gather-10ms")

enum { N = 8 };

static const struct bench_case cases[] = {ALL("100", "40", "10ms"),
                                          ALL("1000", "400", "1ms")};

static void
print_rate(const struct bench *bench, const char *title,
           const struct bench_case *first)
{
    static const char *const labels[] = {"poll10", "poll1", "block", "condv",
                                         "futex",  "spin+", "yield", "gather"};
    const struct bench_case *tests[N];

    for (size_t i = 0; i < N; i++)
        tests[i] = &first[i];
    table_head(title, labels, N);
    table_row(bench, "CPU of the consumer, %", tests, N,
              COLUMN_WORKERS_CPU_PERCENT, UNIT_MS);
    table_row(bench, "delay p50, ms", tests, N, COLUMN_DELAY_P50_US,
              UNIT_US_AS_MS);
    table_row(bench, "delay p99, ms", tests, N, COLUMN_DELAY_P99_US,
              UNIT_US_AS_MS);
}

static void
print(const struct bench *bench)
{
    print_rate(bench, "100 items a second", &cases[0]);
    print_rate(bench, "1000 items a second", &cases[N]);
}

const struct scenario scenario_latency = {
    .name = "latency",
    .question = "How soon does a waiting consumer notice, and at what CPU?",
    .how = HOW_RUN,
    .baseline = "blocking",
    .is_extra = true,
    .n_cases = ARRAY_LEN(cases),
    .cases = cases,
    .print = print,
    .n_shown = 3,
    .shown = {COLUMN_WORKERS_CPU_PERCENT, COLUMN_DELAY_P50_US,
              COLUMN_DELAY_P99_US},
};
