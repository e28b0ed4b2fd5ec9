/* The table of the contenders: one part a setting, one row a contender.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_REPORT_GRID_H
#define DOORBELL_BENCH_REPORT_GRID_H

#include "bench/bench.h"

/* Prints what the settings of a laid scenario came to, in the columns that it
 * shows.  A contender that cannot take a setting has n/a there; a wrong one, WRONG.
 */
void grid_print(const struct bench *bench, const struct scenario *scenario);

#endif
