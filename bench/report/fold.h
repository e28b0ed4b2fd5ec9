/* What is printed below the fold: intervals, noise, the machine, the instrument.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_REPORT_FOLD_H
#define DOORBELL_BENCH_REPORT_FOLD_H

#include "bench/bench.h"

/* Prints a line for each number of the table, with its interval, how many
 * rounds it comes from and how many of them were noisy, its ratio to the
 * baseline; then what the instrument costs.
 */
void fold_print(const struct bench *bench);

#endif
