/* What goes to stdout: the tables, or one of the summaries and nothing else.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_REPORT_FORMAT_H
#define DOORBELL_BENCH_REPORT_FORMAT_H

#include "bench/bench.h"

/* Between the two stdout is quiet, unless the format is text. */
void format_begin(struct bench *bench);

/* Copies the summary of that format from the folder of results to stdout. */
void format_end(struct bench *bench);

#endif
