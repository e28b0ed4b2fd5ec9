/* Far: the tables, one an engine, with what both sides pay.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "bench/report/table.h"
#include "bench/scenarios/far/far.h"
#include "bench/stats/summary.h"

enum { N_WAYS = 5 };

static const char *const ways[N_WAYS] = {"nap-10ms", "nap-100ms", "nap-1s",
                                         "woken", "handout"};

struct row {
    const char *label;
    enum column column;
    enum unit unit;
};

static const struct row at_work[] = {
    {"CPU of the workers", COLUMN_WORKERS_CPU_PERCENT, UNIT_PERCENT},
    {"CPU of the server", COLUMN_SERVER_CPU_PERCENT, UNIT_PERCENT},
    {"commands a second", COLUMN_COMMANDS_PER_S, UNIT_COUNT},
    {"looks an item", COLUMN_LOOKS_PER_ITEM, UNIT_MS},
    {"bytes an item", COLUMN_BYTES_PER_ITEM, UNIT_COUNT},
    {"switches a second", COLUMN_VOLUNTARY_PER_S, UNIT_COUNT},
    {"due to done, p50, ms", COLUMN_DELAY_P50_US, UNIT_US_AS_MS},
    {"  p99, ms", COLUMN_DELAY_P99_US, UNIT_US_AS_MS},
    {"  of that late to put", COLUMN_LATE_P50_US, UNIT_US_AS_MS},
};
static const struct row at_rest[] = {
    {"CPU of the workers", COLUMN_WORKERS_CPU_PERCENT, UNIT_PERCENT},
    {"CPU of the server", COLUMN_SERVER_CPU_PERCENT, UNIT_PERCENT},
    {"commands a second", COLUMN_COMMANDS_PER_S, UNIT_COUNT},
    {"KiB an hour", COLUMN_BYTES_PER_HOUR, UNIT_BYTES_AS_KIB},
};

static const struct {
    const char *params, *title;
    const struct row *rows;
    size_t n;
} parts[] = {
    {"rate=1,workers=1", "1 worker, 1 item a second", at_work,
     ARRAY_LEN(at_work)},
    {"rate=10,workers=1", "1 worker, 10 items a s", at_work,
     ARRAY_LEN(at_work)},
    {"rate=10,workers=100", "100 workers, 10 a second", at_work,
     ARRAY_LEN(at_work)},
    {"rate=1000,workers=4", "4 workers, 1000 a second", at_work,
     ARRAY_LEN(at_work)},
    {"rate=0,workers=1", "1 worker, idle", at_rest, ARRAY_LEN(at_rest)},
    {"rate=0,workers=10", "10 workers, idle", at_rest, ARRAY_LEN(at_rest)},
    {"rate=0,workers=100", "100 workers, idle", at_rest, ARRAY_LEN(at_rest)},
};

/* How many rounds each number below is of; returns the most. */
static size_t
print_rounds(const struct bench *bench, const char *title,
             const struct bench_case *const *tests, size_t n)
{
    double rounds[N_WAYS];
    size_t most = 0;

    for (size_t i = 0; i < n; i++) {
        size_t n_of =
            tests[i] ? summary_of(bench, tests[i], COLUMN_WALL_MS).n : 0;
        rounds[i] = tests[i] ? (double)n_of : NAN;
        most = n_of > most ? n_of : most;
    }
    if (most)
        table_numbers(title, rounds, n, "n ");
    return most;
}

static void
print_part(const struct bench *bench, const struct scenario *far,
           const char *engine, size_t part)
{
    const struct bench_case *tests[N_WAYS];

    for (size_t i = 0; i < N_WAYS; i++)
        tests[i] = far_find(far, parts[part].params, engine, ways[i]);
    if (!print_rounds(bench, parts[part].title, tests, N_WAYS))
        return;
    for (size_t i = 0; i < parts[part].n; i++) {
        const struct row *row = &parts[part].rows[i];
        table_row(bench, row->label, tests, N_WAYS, row->column, row->unit);
    }
}

static void
print_calls(const struct bench *bench, const struct scenario *far,
            const char *engine)
{
    const struct bench_case *tests[] = {far_find(far, "calls=20", engine,
                                                 "ping"),
                                        far_find(far, "calls=20", engine,
                                                 "put")};

    puts(" one call, every 100 ms          ping         put");
    print_rounds(bench, "of 20 calls each", tests, 2);
    table_row(bench, "p50, ms", tests, 2, COLUMN_DELAY_P50_US, UNIT_US_AS_MS);
    table_row(bench, "longest, ms", tests, 2, COLUMN_DELAY_MAX_US,
              UNIT_US_AS_MS);
}

static void
print_bursts(const struct bench *bench, const struct scenario *far,
             const char *engine)
{
    const struct bench_case *tests[] = {far_find(far, "items=64", engine,
                                                 "batch-1"),
                                        far_find(far, "items=64", engine,
                                                 "batch-16")};

    puts(" 64 items put, got, done    one by one  16 at once");
    print_rounds(bench, "in one thread", tests, 2);
    table_row(bench, "round trips an item", tests, 2, COLUMN_TRIPS_PER_ITEM,
              UNIT_MS);
    table_row(bench, "bytes an item", tests, 2, COLUMN_BYTES_PER_ITEM,
              UNIT_COUNT);
}

static void
print_here(const struct bench *bench, const struct scenario *far)
{
    static const char *const labels[] = {"nap 10 ms", "block"};
    static const char *const params[] = {"rate=10,workers=1",
                                         "rate=1000,workers=4"};

    table_head("In this process", labels, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct bench_case *tests[] = {far_find(far, params[i], "here",
                                                     "nap-10ms"),
                                            far_find(far, params[i], "here",
                                                     "woken")};
        printf(" %s\n",
               i ? "4 workers, 1000 a second" : "1 worker, 10 a second");
        table_row(bench, "CPU of the workers", tests, 2,
                  COLUMN_WORKERS_CPU_PERCENT, UNIT_PERCENT);
        table_row(bench, "due to done, p50, ms", tests, 2, COLUMN_DELAY_P50_US,
                  UNIT_US_AS_MS);
    }
}

void
far_table(const struct bench *bench, const struct scenario *far)
{
    static const char *const labels[] = {"nap 10ms", "nap 0.1s", "nap 1s",
                                         "woken", "listener"};

    for (const struct far_kind *k = far_kinds; k->kind; k++) {
        if (!far_was_run(bench, far, k->kind))
            continue;
        table_head(k->title, labels, N_WAYS);
        for (size_t part = 0; part < ARRAY_LEN(parts); part++)
            print_part(bench, far, k->kind, part);
        print_calls(bench, far, k->kind);
        print_bursts(bench, far, k->kind);
    }
    print_here(bench, far);
}

bool
far_was_run(const struct bench *bench, const struct scenario *far,
            const char *engine)
{
    return summary_of(bench, far_find(far, "calls=20", engine, "ping"),
                      COLUMN_DELAY_P50_US)
               .n > 0;
}
