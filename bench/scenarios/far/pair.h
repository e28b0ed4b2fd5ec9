/* Far: two ways of waiting, round by round, and which is the lower one.
 * SPDX-License-Identifier: MIT
 *
 * As in report/advice/front.h: of two CPUs one is clearly lower when the median
 * of the ratios, round by round, is below two thirds, their interval ends below
 * 1, and the medians are 1 % of a core apart.  The CPU is that of the workers and
 * of the server together.  What the rule says is asked again for 100 draws of the
 * rounds.
 */
#ifndef DOORBELL_BENCH_SCENARIOS_FAR_PAIR_H
#define DOORBELL_BENCH_SCENARIOS_FAR_PAIR_H

#include "bench/bench.h"

/* One column of two cases, in the n rounds that have both. */
struct pair {
    double a[ROUNDS_MAX], b[ROUNDS_MAX];
    size_t n;
};

struct pair pair_of(const struct bench *bench, const struct bench_case *a,
                    const struct bench_case *b, enum column column);

/* -1: a is clearly lower, 1: b is, 0: they cannot be told apart. */
int pair_compare(const struct pair *p);

/* In how many of 100 draws of the rounds the verdict is the same. */
unsigned pair_agreeing_draws(const struct pair *p, int verdict);

#endif
