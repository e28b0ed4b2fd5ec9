/* Exact percentiles of samples.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_COMMAND_PERCENTILE_H
#define DOORBELL_COMMAND_PERCENTILE_H

#include <stddef.h>
#include <stdint.h>

/* Sorts n samples, smallest first. */
void percentile_sort(int64_t *samples, size_t n);

/* The p-th percentile (0 to 100) of n sorted samples, n at least 1, by
 * nearest rank: the smallest sample that at least p percent of all are no
 * larger than.  Always one of the samples, never something between two.
 */
int64_t percentile(const int64_t *sorted, size_t n, double p);

#endif
