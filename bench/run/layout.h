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

/* Takes out the cases of contenders that run no more. */
void layout_strike(struct bench *bench);

/* The laid scenario of that name, or NULL when it is not part of this run. */
const struct scenario *layout_find(const struct bench *bench, const char *name);

#endif
