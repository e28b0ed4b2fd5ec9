/* What was measured: a sample is one run of one program.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_PROBE_SAMPLE_H
#define DOORBELL_BENCH_PROBE_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>

#include "bench/scenarios/scenario.h"

enum column {
    COLUMN_WALL_MS,
    COLUMN_CPU_PERCENT,         /* of one core, the whole process */
    COLUMN_WORKERS_CPU_PERCENT, /* of one core, without the main thread */
    COLUMN_DELAY_P10_US,        /* from when an item was due */
    COLUMN_DELAY_P25_US,
    COLUMN_DELAY_P50_US,
    COLUMN_DELAY_P75_US,
    COLUMN_DELAY_P90_US,
    COLUMN_DELAY_P99_US,  /* n/a below 100 items, where it is the longest */
    COLUMN_DELAY_P999_US, /* n/a below 1000 */
    COLUMN_DELAY_MAX_US,
    COLUMN_LATE_P50_US, /* of that: until the put began, the schedule's own */
    COLUMN_LATE_P90_US,
    COLUMN_LATE_P99_US,
    COLUMN_NOTICE_P50_US, /* and from there until the consumer had it */
    COLUMN_NOTICE_P90_US,
    COLUMN_NOTICE_P99_US,
    COLUMN_PUTTER_CPU_PERCENT, /* of one core, the main thread alone */
    COLUMN_POLLS,
    COLUMN_EMPTY_LOOKS,
    COLUMN_WAKEUPS,
    COLUMN_VOLUNTARY_PER_S, /* context switches */
    COLUMN_INVOLUNTARY_PER_S,
    COLUMN_PEAK_MIB,
    COLUMN_LONGEST, /* the longest queue between two stages */
    COLUMN_FINISHED,
    COLUMN_REFUSED,
    COLUMN_ITEMS_PER_S,
    COLUMN_SHUTDOWN_US,    /* from the last put until all threads are joined */
    COLUMN_STOLEN_PERCENT, /* of a neighbour's work */
    /* Of a queue on another machine. */
    COLUMN_SERVER_CPU_PERCENT, /* of one core, all processes of the server */
    COLUMN_BOTH_CPU_PERCENT,   /* that, and the workers' */
    COLUMN_COMMANDS_PER_S,     /* that the program sent, counted there */
    COLUMN_LOOKS_PER_ITEM,
    COLUMN_TRIPS_PER_ITEM, /* round trips: an answer was waited for */
    COLUMN_BYTES_PER_ITEM, /* both ways, inside the connections */
    COLUMN_BYTES_PER_HOUR,
    N_COLUMNS
};

/* In files and keys, with the unit; and over a column of a table. */
extern const char *const column_names[N_COLUMNS];
extern const char *const column_titles[N_COLUMNS];

struct sample {
    const struct scenario *scenario;
    const struct bench_case *test;
    size_t round; /* 0 is the warm-up: kept, but in no summary */
    bool noisy;
    const char *wrong; /* NULL, or what was wrong: then it has no values */
    double value[N_COLUMNS]; /* NAN: not available */
};

struct samples {
    struct sample *all;
    size_t n, room;
};

/* Appends a copy; dies without memory. */
void samples_add(struct samples *samples, const struct sample *sample);

/* The values of one column of one case by round, from round 1, NAN where
 * there is none.  Returns how many rounds there are, at most most.
 */
size_t samples_column(const struct samples *samples,
                      const struct bench_case *test, enum column column,
                      double *values, size_t most);

/* How many rounds of the scenario ran, without the warm-up, of the case that
 * has the fewest, and some.
 */
size_t samples_rounds(const struct samples *samples,
                      const struct scenario *scenario);

/* Whether any run of the case was wrong: then why, else NULL. */
const char *samples_wrong(const struct samples *samples,
                          const struct bench_case *test);

#endif
