/* One run of a pipeline, from the options to the report.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_PROGRAM_RUN_RUN_H
#define DOORBELL_PROGRAM_RUN_RUN_H

#include "feed.h"
#include "program/options.h"
#include "pipeline.h"
#include "program/report/report.h"

struct run {
    struct pipeline pipeline;
    struct feed feed;
    struct report report;
    char reason[REASON_BYTES]; /* why a stage could not be opened */
};

/* Makes options->plan whole: the stages, wrapped, and their settings.  Dies
 * when there are no such stages, or they do not know a setting.
 */
void run_prepare(struct run *run, struct options *options,
                 const atomic_bool *stop);

/* Runs it all, up to the joined threads.  Dies when it cannot start. */
void run_pipeline(struct run *run, const struct options *options,
                  const atomic_bool *stop);

/* Takes every item back and fills the report.  Dies unless each item that was
 * fed came back exactly once.
 */
void run_collect(struct run *run, const struct options *options);

/* Of that the part that asks no pipeline: the sums over the feed, the delays. */
void run_summarize(struct run *run, const struct options *options);

/* Says on stderr why items failed, the first few of them. */
void run_complain(const struct run *run);

void run_free(struct run *run);

#endif
