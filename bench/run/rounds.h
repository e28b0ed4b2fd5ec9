/* Runs a scenario in rounds.
 * SPDX-License-Identifier: MIT
 *
 * A round runs every case once, each in a fresh process, in an order drawn
 * from the seed: cases with the same parameters stay neighbours, so that what
 * drifts drifts for both, and who of them goes first is drawn too.  Round 0
 * is the warm-up.  A noisy round is marked, kept, and one more is run for it.
 */
#ifndef DOORBELL_BENCH_RUN_ROUNDS_H
#define DOORBELL_BENCH_RUN_ROUNDS_H

#include "bench/bench.h"

/* Between scenario->begin, which the caller calls, and scenario->end, which it
 * calls itself.  Returns false when the bench was told to stop; what is finished is kept. */
bool rounds_run(struct bench *bench, const struct scenario *scenario);

#endif
