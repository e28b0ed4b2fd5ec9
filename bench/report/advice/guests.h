/* Where a guest is: against the nearest of ours, in words.
 * SPDX-License-Identifier: MIT
 *
 * The nearest is the one whose delay and CPU together are the fewest times apart.
 * The two are compared round by round; from 6 rounds on there are intervals, and
 * a verdict: below, the ratios alone are told.
 */
#ifndef DOORBELL_BENCH_REPORT_ADVICE_GUESTS_H
#define DOORBELL_BENCH_REPORT_ADVICE_GUESTS_H

#include "bench/bench.h"

/* A sentence for each guest and regime; nothing where latency was not run. */
void guests_print(const struct bench *bench, FILE *out);

#endif
