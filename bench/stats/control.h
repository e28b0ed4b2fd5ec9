/* The control's verdict.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_STATS_CONTROL_H
#define DOORBELL_BENCH_STATS_CONTROL_H

#include "bench/bench.h"

/* Says so when the scenario control was run and the interval of a queue
 * against itself does not hold 1.
 */
void control_warn(const struct bench *bench, FILE *out);

#endif
