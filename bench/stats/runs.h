/* The numbers of finished runs, key by key, for comparing two sides.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_STATS_RUNS_H
#define DOORBELL_BENCH_STATS_RUNS_H

#include <stdbool.h>
#include <stddef.h>

enum { RUNS_MAX = 40, KEY_BYTES = 192, SIDES = 2 };

/* What one side says about a key: a median from each run that has it. */
struct values {
    size_t n;
    double median[RUNS_MAX];
    double low, high; /* of the last run: its interval, or its range */
    bool is_interval;
};

struct number {
    char key[KEY_BYTES]; /* "work.block.wall_ms" */
    struct values side[SIDES];
};

struct runs {
    size_t n_runs[SIDES];
    struct number *all; /* in the order of the first run */
    size_t n, room;
};

/* Adds the runs of a side: folders parted by commas.  Dies when one of them
 * is no run.
 */
void runs_read(struct runs *runs, size_t side, const char *folders);

/* Adds one folder. */
void runs_read_folder(struct runs *runs, size_t side, const char *folder);

void runs_free(struct runs *runs);

#endif
