/* The Pareto front of a regime, and what is recommended from it.
 * SPDX-License-Identifier: MIT
 *
 * The rule.  A regime is a setting of the scenario latency.  One contender is
 * clearly below another in a column when the median of the paired ratios is
 * below 0.9, their interval ends below 1, and the medians are 0.2 % of a core
 * or 10 us apart: for less nobody would change a program.
 *
 *  - A contender is dominated by another that is clearly below it in CPU or in
 *    delay, while it is itself clearly below the other in neither.  The front
 *    is who is dominated by nobody.
 *  - Of two on the front without a clear difference in either column only the
 *    simpler stays: the pair before the ladder, lower rungs first, guests last.
 *  - Recommended is who stays, from the cheapest to the soonest, without those
 *    that are not at least 1.5 times as soon as the one before, and for which
 *    no smaller bound can be named (1, 2, 5, 10, ..., at or above the interval).
 *  - Never: who is dominated in every regime that was measured, with enough
 *    rounds for intervals.
 *
 * The delay is the 99th percentile of a run, or the 90th where the runs are
 * too short for that; the CPU is the consumer's.
 */
#ifndef FRONT_H
#define FRONT_H

#include "bench.h"
#include "stats.h"

struct point {
    const struct entrant *entrant;
    const struct bench_case *test;
    struct summary cpu, delay;
    double bound_us; /* of the delay: 1, 2, 5, 10, ..., as one remembers it */
    const struct entrant *dominator; /* NULL: on the front */
    bool is_recommended;
};

struct front {
    const struct setting *regime;
    enum column delay; /* which percentile */
    size_t n;
    struct point points[FIELD_MAX]; /* the latest first */
};

/* Fills the front of one regime; n is 0 when it was not measured. */
void front_make(const struct bench *bench, const struct scenario *latency,
                const struct setting *regime, struct front *front);

#endif
