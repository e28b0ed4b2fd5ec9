/* Five lines of words below the table, drawn from its numbers by rule.
 * SPDX-License-Identifier: MIT
 *
 * The rules: a ratio to block is "no difference seen" when its interval holds
 * 1; two ways of waiting are compared in CPU and in delay, never in one alone;
 * and where polling used no more than blocking, the words say that too.
 */
#ifndef DOORBELL_BENCH_REPORT_ADVICE_WORDS_H
#define DOORBELL_BENCH_REPORT_ADVICE_WORDS_H

#include <stdio.h>

#include "bench/bench.h"
#include "bench/stats/stats.h"

enum { WORDS_TIMES = 64 };

/* "6.4 x the CPU", "no difference in CPU", or "CPU n/a", into WORDS_TIMES bytes. */
const char *words_times(char *text, struct summary ratio, const char *what);

/* Prints them; a line whose numbers are missing is left out. */
void words_print(const struct bench *bench, FILE *out);

#endif
