/* Every case over every contender of a file, in words and in sums.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_CONTENDERS_CONFORM_CASES_H
#define DOORBELL_BENCH_CONTENDERS_CONFORM_CASES_H

#include <stddef.h>

struct case_sums {
    size_t n_passed, n_failed; /* a case at a capacity counts as one */
};

/* Prints each case and at how many of the six capacities it makes sense; with
 * only, those with that word in them.
 */
void cases_list(const char *only);

/* Prints a line for each contender, and before it one for each case that
 * fails; adds to the sums.
 */
void cases_test_file(const char *path, const char *only,
                     struct case_sums *sums);

#endif
