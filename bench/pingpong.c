/* Ping-pong: what does a hand-over cost, there and back?
 * SPDX-License-Identifier: MIT
 *
 * A single item goes through one queue and comes back through another, so
 * each hand-over is a wait.  What that costs is decided by where the threads
 * run: both on one core, or one on each.
 */
#include "array_len.h"
#include "table.h"

#define RIG(where, file, name)                                                 \
    {                                                                          \
        "placement=" where, name, "rig",                                       \
            "--mode pingpong --items 2000 --place " where " --contender " file \
            " --name " name                                                    \
    }

/* Every contender in one placement. */
#define ALL(where)                                                             \
    RIG(where, "blocking", "blocking"), RIG(where, "waiting", "condvar"),      \
        RIG(where, "waiting", "semaphore"), RIG(where, "waiting", "futex"),    \
        RIG(where, "waiting", "eventfd"),                                      \
        RIG(where, "waiting", "spin-20us-park"),                               \
        RIG(where, "waiting", "yield")

enum { N = 7 };

static const struct bench_case cases[] = {ALL("one"), ALL("two")};

static void
print_place(const struct bench *bench, const char *title,
            const struct bench_case *first)
{
    static const char *const labels[] = {"block", "condv", "sem",  "futex",
                                         "evfd",  "spin+", "yield"};
    const struct bench_case *tests[N];

    for (size_t i = 0; i < N; i++)
        tests[i] = &first[i];
    table_head(title, labels, N);
    table_row(bench, "there and back p50, us", tests, N, COLUMN_DELAY_P50_US,
              UNIT_MS);
    table_row(bench, "there and back p99, us", tests, N, COLUMN_DELAY_P99_US,
              UNIT_MS);
}

static void
print(const struct bench *bench)
{
    print_place(bench, "both on one core", &cases[0]);
    print_place(bench, "one core each", &cases[N]);
}

const struct scenario scenario_pingpong = {
    .name = "pingpong",
    .question = "What does a hand-over cost, on one core and between two?",
    .how = HOW_RUN,
    .baseline = "blocking",
    .is_extra = true,
    .n_cases = ARRAY_LEN(cases),
    .cases = cases,
    .print = print,
    .n_shown = 2,
    .shown = {COLUMN_DELAY_P50_US, COLUMN_DELAY_P99_US},
};
