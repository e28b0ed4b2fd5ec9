/* The answer of a run, on one screen: how sure it is, the advice, where a guest
 * is, and the five sentences.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_REPORT_ADVICE_ANSWER_H
#define DOORBELL_BENCH_REPORT_ADVICE_ANSWER_H

#include <stdio.h>

#include "bench/bench.h"

/* Prints it; a part whose scenario was not run is left out. */
void answer_print(const struct bench *bench, FILE *out);

#endif
