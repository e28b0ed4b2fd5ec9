/* How should a consumer wait, here?  The rule of front.h, applied to the
 * numbers.
 * SPDX-License-Identifier: MIT
 *
 * A rule that decides is as uncertain as the numbers that it is made from.  So
 * it is applied to rounds drawn anew from those that ran, 200 times, and with
 * each piece of advice it is told how often it came out.  What came out in fewer
 * than 80 of 100 is undecided, which is no advice.  Below 6 rounds there is none.
 */
#ifndef DOORBELL_BENCH_REPORT_ADVICE_ADVICE_H
#define DOORBELL_BENCH_REPORT_ADVICE_ADVICE_H

#include "front.h"

enum {
    REGIMES_MAX = 8,
    ADVICE_DRAWS = 200,
    SURE_PERCENT = 95,
    FAIRLY_PERCENT = 80 /* of the draws: below that it is no advice */
};

/* The advice for one regime; of the draws, how often was it the same? */
struct advice {
    struct answer answer;
    unsigned percent[FIELD_MAX]; /* of each tier: one of its group was first */
    unsigned dominated[FIELD_MAX];
};

/* The advice of all regimes that were measured. */
struct advices {
    size_t n, n_regimes; /* measured, and there are */
    size_t n_rounds;     /* the fewest of all */
    struct front fronts[REGIMES_MAX];
    struct advice of[REGIMES_MAX];
};

/* Takes the answer of all rounds, and of rounds drawn anew. */
void advice_take(const struct front *front, struct advice *advice);

/* For all regimes; returns false when latency was not run. */
bool advice_take_all(const struct bench *bench, struct advices *all);

/* The name by which it is dominated, if it surely is in every regime that was
 * measured, and there are at least two; else NULL.
 */
const char *advice_against(const struct advices *all,
                           const struct entrant *entrant);

/* The numbers that are printed with a tier: medians over all rounds, of its first
 * way; and the delay as a bound that one remembers: 1, 2, 5, 10, ...
 */
double advice_median(const struct front *front, const double *values);
double advice_bound_us(const struct front *front, size_t way);

/* For people; prints nothing when the scenario latency was not run. */
void advice_print(const struct bench *bench, FILE *out);

/* The same as three members of a JSON object: "recommended" and "undecided", lists
 * of objects, empty below 6 rounds; and "never", a list of names, empty unless
 * every regime was measured.
 */
void advice_write_json(const struct bench *bench, FILE *out);

#endif
