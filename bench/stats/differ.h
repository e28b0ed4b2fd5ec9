/* Whether two sides of runs differ, number by number.
 * SPDX-License-Identifier: MIT
 *
 * The sample is the runs, not the rounds in them: equal builds, minutes apart,
 * differ by 20 to 36 % in single numbers, which no interval from inside a run
 * can know.
 *
 * How it works: a number x is taken as log(x + c), where c is too small to
 * change a program for (0.2 % of a core, 10 us), so that a ratio counts where
 * there is something to take it of, and the absolute difference where the base
 * is 0.  How far runs of one side are apart is estimated from each number, and
 * from all numbers of its column together; both count.  The difference over
 * that is held against Student's distribution at 5 % divided by the count of
 * numbers (Bonferroni), so that two sides of equal builds get "different" in
 * at most 1 comparison of 20, whatever the count.
 *
 * With fewer than three runs on a side too little is known of how far runs are
 * apart.  Then a verdict needs intervals that are apart, and a factor of 4.
 */
#ifndef DOORBELL_BENCH_STATS_DIFFER_H
#define DOORBELL_BENCH_STATS_DIFFER_H

#include "runs.h"

enum { DIFFER_RUNS_MIN = 3 };

enum difference {
    DIFFERENCE_NONE_SEEN,
    DIFFERENCE_BETTER,
    DIFFERENCE_WORSE,
    DIFFERENCE_UNJUDGED, /* a count of work, or too few rounds */
};

struct differ {
    enum difference difference;
    double a, b;    /* medians over the runs */
    double percent; /* by how much b costs more; of a count, by how much it is
                     * more; where a is 0, of what does not matter */
};

/* Judges all numbers that both sides have; of the others, nothing. */
void differ_judge(const struct runs *runs, struct differ *differs);

#endif
