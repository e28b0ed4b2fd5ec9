/* What a run came to, and how it is told: as text, TSV or JSON.
 * SPDX-License-Identifier: MIT
 *
 * The TSV has a row a number, "workers.0.polled_count<TAB>1001"; the JSON has
 * the same numbers under the same names.
 */
#ifndef DOORBELL_PROGRAM_REPORT_REPORT_H
#define DOORBELL_PROGRAM_REPORT_REPORT_H

#include <stdint.h>
#include <stdio.h>

#include "tally.h"

struct delays {
    size_t n;
    int64_t p50_ns, p90_ns, p99_ns, p999_ns, max_ns;
};

struct report {
    const char *program;
    size_t n_items; /* put in: finished + failed, always */
    size_t n_finished;
    size_t n_failed;
    size_t n_refused;  /* never put in */
    int64_t wall_ns;   /* from the first put until main knew that all is done */
    int64_t joined_ns; /* ... and until all threads were joined, less gates */
    int64_t cpu_ns;    /* of the whole process in that time */
    struct delays delays; /* n == 0: not asked for */
    size_t n_workers;
    struct worker_tally *workers;
    size_t n_queues;
    struct queue_tally *queues;
};

/* The sums over all workers. */
struct worker_tally report_totals(const struct report *report);

/* Write the report; the caller looks at the stream's error flag. */
void report_text(const struct report *report, FILE *out);
void report_tsv(const struct report *report, FILE *out);
void report_json(const struct report *report, FILE *out);

#endif
