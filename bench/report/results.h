/* The files of a run: results/<UTC stamp>/.
 * SPDX-License-Identifier: MIT
 *
 * Everything is written into a folder with a temporary name, row by row and
 * flushed, and the folder is renamed when the run ends, however it ends.
 * The functions die when a file cannot be written.
 */
#ifndef DOORBELL_BENCH_REPORT_RESULTS_H
#define DOORBELL_BENCH_REPORT_RESULTS_H

#include <stdint.h>

#include "bench/bench.h"

struct series_row {
    const struct sample *sample;
    double ms; /* since the first item */
    int64_t resident_bytes;
    uint64_t length[3], fed, finished;
};

/* Names the folder of the run, for guardian_begin; results_begin makes it. */
void results_name(struct bench *bench);

/* Makes the folder, env.json, and the heads of samples.csv and series.csv. */
void results_begin(struct bench *bench);

void results_add_sample(struct bench *bench, const struct sample *sample);
void results_add_series(struct bench *bench, const struct series_row *row);

/* Writes the summaries, renames the folder, points results/latest at it. */
void results_end(struct bench *bench);

/* For a run that ended early: removes the store of the photo server, and gives
 * the folder its name; results/latest stays where it was.  Returns whether there
 * was a folder.
 */
bool results_rescue(struct bench *bench);

/* For the files beside: a file in the folder of this run, opened and closed. */
FILE *results_open(const struct bench *bench, const char *name);
void results_close(FILE *file, const char *name);

#endif
