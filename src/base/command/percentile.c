/* Exact percentiles of samples.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "percentile.h"

static int
compare(const void *left, const void *right)
{
    const int64_t *a = left, *b = right;

    return (*a > *b) - (*a < *b);
}

void
percentile_sort(int64_t *samples, size_t n)
{
    qsort(samples, n, sizeof(*samples), compare);
}

int64_t
percentile(const int64_t *sorted, size_t n, double p)
{
    double exact = p * (double)n / 100; /* p / 100 is rounded up at times */
    size_t rank = (size_t)exact;

    if ((double)rank < exact)
        rank++;
    if (rank < 1)
        rank = 1;
    return sorted[(rank < n ? rank : n) - 1];
}
