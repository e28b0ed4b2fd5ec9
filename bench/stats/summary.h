/* What the rounds come to: medians, intervals, ratios to the baseline.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_STATS_SUMMARY_H
#define DOORBELL_BENCH_STATS_SUMMARY_H

#include "bench/bench.h"
#include "stats.h"

/* Of one column of one case, over all rounds but the warm-up.  n == 0 when
 * there is nothing, also when a run of the case was wrong.
 */
struct summary summary_of(const struct bench *bench,
                          const struct bench_case *test, enum column column);

/* The case's ratio to the baseline of its scenario, round by round. */
struct summary summary_ratio(const struct bench *bench,
                             const struct scenario *scenario,
                             const struct bench_case *test, enum column column);

/* What it is compared with: the baseline's case with the same parameters, or
 * its first; NULL for the baseline itself, and for no case.
 */
const struct bench_case *summary_baseline(const struct scenario *scenario,
                                          const struct bench_case *test);

/* The case of that name, or NULL, also without a scenario: for tables and
 * words.
 */
const struct bench_case *summary_find(const struct scenario *scenario,
                                      const char *params,
                                      const char *contender);

/* "less", "more", or "no difference seen"; "" without a ratio. */
const char *summary_verdict(struct summary ratio);

/* Writes summary.csv, summary.json and summary.md. */
void summary_write(const struct bench *bench);

#endif
