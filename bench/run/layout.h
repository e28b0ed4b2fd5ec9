/* The layout: which cases a run of the bench has.
 * SPDX-License-Identifier: MIT
 *
 * Each wanted scenario gets its own cases, and one more for each setting and
 * each contender of the field that can take it.  A contender without a
 * setting's traits, or that naps longer than the setting bears, has no case
 * there; tables print n/a for it.
 */
#ifndef DOORBELL_BENCH_RUN_LAYOUT_H
#define DOORBELL_BENCH_RUN_LAYOUT_H

#include "bench/bench.h"

/* Fills bench->laid from what was asked and from the field.  Dies without
 * memory.
 */
void layout_make(struct bench *bench);
void layout_free(struct bench *bench);

/* Takes out the cases of contenders that run no more, from the scenario of that
 * index on: earlier ones have samples of theirs.
 */
void layout_strike(struct bench *bench, size_t from);

/* Whether the case is of a contender that runs no more. */
bool layout_is_struck(const struct bench *bench, const struct bench_case *test);

/* After a wrong run: its contender runs no more, and its why_not says why.
 * Returns false for the programs of the pair, which are no contenders.
 */
bool layout_strike_out(struct bench *bench, const struct sample *sample);

/* The laid scenario of that name, or NULL when it is not part of this run. */
const struct scenario *layout_find(const struct bench *bench, const char *name);

#endif
