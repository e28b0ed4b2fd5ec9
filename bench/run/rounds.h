/* Runs a scenario in rounds.
 * SPDX-License-Identifier: MIT
 *
 * A round runs every case once, each in a fresh process, in an order drawn
 * from the seed: cases with the same parameters run consecutively, in a drawn
 * order, so that drift affects them equally.  Round 0
 * is the warm-up.  A noisy round is marked and kept; for noisy rounds up to a third more
 * are run.
 */
#ifndef DOORBELL_BENCH_RUN_ROUNDS_H
#define DOORBELL_BENCH_RUN_ROUNDS_H

#include "bench/bench.h"

/* Between scenario->begin, which the caller calls, and scenario->end, which it
 * calls itself.  Returns false when the bench was told to stop; what is finished is kept. */
bool rounds_run(struct bench *bench, const struct scenario *scenario);

#endif
