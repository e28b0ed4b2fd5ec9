/* What is advised in a regime, by rule.
 * SPDX-License-Identifier: MIT
 *
 * A regime is a setting of the scenario latency.  A way of waiting has two
 * prices there.  The delay is from when a put began until the item was got, at
 * the 90th percentile of a run: runs are too short for more.  The CPU is that
 * of the consumer and of the putter together, since waking costs as well.
 *
 * The rule.  One way is clearly below another in delay when the median of the
 * ratios, round by round, is below a third, their interval ends below 1, and
 * the medians are 50 us apart, which a wake-up on another core of a guest
 * may take; in CPU when that median is below two thirds and the
 * medians are 1 % of a core apart: less is no reason to change a program.
 *
 *  - A way is dominated by another that is clearly below it in one of the two,
 *    while it is itself clearly below the other in neither.
 *  - The others make classes by their delays: a class begins where the next
 *    delay is three times as long, and 50 us longer.
 *  - In a class, those that do not clearly cost more than the cheapest cannot be
 *    told apart.  They are named as a group, the simplest first: the pair
 *    before the ladder, lower rungs first, guests last.
 *  - The class of the lowest delay is advised, and each later one that is clearly cheaper
 *    than the one advised before it: what waiting longer buys.
 *
 * The rule is a function of the rounds, so that it can be asked what it says
 * for other rounds: see advice.h.
 */
#ifndef DOORBELL_BENCH_REPORT_ADVICE_FRONT_H
#define DOORBELL_BENCH_REPORT_ADVICE_FRONT_H

#include "bench/bench.h"
#include "bench/stats/stats.h"

enum { FRONT_ROUNDS_MIN = STATS_INTERVAL_MIN };

/* One way of waiting in one regime, round by round; NAN: not measured. */
struct way {
    const struct entrant *entrant;
    double delay_us[ROUNDS_MAX];
    double cpu[ROUNDS_MAX], putter_cpu[ROUNDS_MAX], both_cpu[ROUNDS_MAX];
};

struct front {
    const struct setting *regime;
    size_t n_rounds; /* that all of them have */
    size_t n;
    struct way ways[FIELD_MAX]; /* in the field's order, the simplest first */
};

/* One class that is advised, one tier of patience. */
struct tier {
    size_t first; /* the simplest of the group: which way */
    bool group[FIELD_MAX];
};

/* The tier of the lowest delay comes first. */
struct answer {
    size_t n;
    struct tier tiers[FIELD_MAX];
    bool dominated[FIELD_MAX];
    size_t dominator[FIELD_MAX]; /* by which way, where it is */
};

/* Reads one regime; n is 0 when it was not measured. */
void front_read(const struct bench *bench, const struct scenario *latency,
                const struct setting *regime, struct front *front);

/* What the rule says for these n rounds, numbered from 0; a round may be named
 * several times.
 */
void front_answer(const struct front *front, const size_t *rounds, size_t n,
                  struct answer *answer);

#endif
