/* What remains of a bench that is killed: its results, under a visible name.
 * SPDX-License-Identifier: MIT
 *
 * How it works: a process of its own waits for the end of a pipe whose other end
 * only the bench holds.  When that end closes without a word, the bench was
 * killed, or died; then the guardian removes the photo server's store and renames
 * the folder of the run.  Programs under measurement end with the bench anyway
 * (process.h).
 */
#ifndef DOORBELL_BENCH_RUN_CHILD_GUARDIAN_H
#define DOORBELL_BENCH_RUN_CHILD_GUARDIAN_H

#include "bench/bench.h"

/* Between results_name and results_begin, and before process_adopt_strays.  Without a guardian the
 * bench runs all the same.
 */
void guardian_begin(const struct bench *bench);

/* All is kept: the guardian may go. */
void guardian_end(void);

#endif
