/* One run of one program, measured and verified.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_RUN_MEASURE_H
#define DOORBELL_BENCH_RUN_MEASURE_H

#include "bench/bench.h"

/* Runs the case and fills the sample, whose scenario, test and round are set.
 * A run that fails, or loses an item, or breaks the law of the polls, gets
 * sample->wrong instead of values; the text stays until the next run.
 */
void measure(struct bench *bench, struct sample *sample);

#endif
