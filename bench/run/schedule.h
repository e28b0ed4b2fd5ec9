/* The schedule: how many rounds there is time for, and how long it will take.
 * SPDX-License-Identifier: MIT
 *
 * How long a run lasts is guessed from its setting, or scenario->case_ms, and the guesses are
 * scaled by how far off they have been so far.  When the budget is not enough for
 * all rounds that were asked for, every scenario gives up the same share of its
 * own; but the one that the advice rests on keeps 6.
 */
#ifndef DOORBELL_BENCH_RUN_SCHEDULE_H
#define DOORBELL_BENCH_RUN_SCHEDULE_H

#include "bench/bench.h"

/* How many rounds a laid scenario gets when it is about to run; 1 at least,
 * besides the warm-up.
 */
size_t schedule_rounds(const struct bench *bench,
                       const struct scenario *scenario);

/* The case runs in each n-th round only, from the first on, and not in the warm-up
 * unless n is 1; 0: in none. */
unsigned schedule_every(const struct bench *bench,
                        const struct scenario *scenario,
                        const struct bench_case *test);

/* Whether one round more of it still leaves the later ones their time. */
bool schedule_has_room(const struct bench *bench,
                       const struct scenario *scenario);

/* A run took so long. */
void schedule_learn(struct bench *bench, const struct sample *sample,
                    int64_t took_ns);

/* On a terminal: which scenario runs, and about how long all of it takes yet,
 * with n_left runs to go in this scenario.
 */
void schedule_show(const struct bench *bench, const struct scenario *scenario,
                   size_t n_left);
void schedule_hide(void);

#endif
