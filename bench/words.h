/* Five lines of words below the table, drawn from its numbers by rule.
 * SPDX-License-Identifier: MIT
 *
 * The rules: a ratio is told with its interval in mind, "no difference seen"
 * when it holds 1; two ways of waiting are compared at equal CPU or at equal
 * delay, never at neither; and where polling is as good or better, that is
 * said as plainly as the rest.
 */
#ifndef WORDS_H
#define WORDS_H

#include "bench.h"

/* Prints them; a line whose numbers are missing is left out. */
void words_print(const struct bench *bench);

#endif
