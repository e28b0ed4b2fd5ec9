/* Medians, and how sure one can be of them.
 * SPDX-License-Identifier: MIT
 *
 * A run is repeated in rounds, and what is reported of the rounds is their
 * median with a 95 % interval from order statistics, interpolated between the
 * two ranks that are next to 95 % (Hettmansperger and Sheather, Confidence
 * intervals based on interpolated order statistics, 1986).  Without that 8
 * rounds would tell less than 6, since ranks come in steps.  It needs 6 rounds;
 * with fewer there is no interval, and the range is told instead.
 *
 * No value is ever dropped, but NAN says "not available" and is left out.
 */
#ifndef DOORBELL_BENCH_STATS_STATS_H
#define DOORBELL_BENCH_STATS_STATS_H

#include <stdbool.h>
#include <stddef.h>

enum { STATS_INTERVAL_MIN = 6, STATS_MAX = 1000 };

struct summary {
    size_t n;         /* how many values; 0: all the rest is NAN */
    double median;    /* the mean of the middle two for an even n */
    double low, high; /* the interval, or the range */
    bool is_interval;
};

/* Of n values, at most STATS_MAX, in any order; they are left as they are. */
struct summary stats_summarize(const double *values, size_t n);

/* Of a[i] / b[i], value by value: both of one round, so that what drifts from
 * round to round cancels.  Pairs with a NAN or a b of 0 are left out.
 */
struct summary stats_ratio(const double *a, const double *b, size_t n);

/* Whether the interval of a ratio holds 1: no difference seen.  A range, for
 * want of rounds, says nothing for certain but is held to the same.
 */
bool stats_holds_one(struct summary ratio);

#endif
