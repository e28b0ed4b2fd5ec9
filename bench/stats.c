/* Medians, and how sure one can be of them.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "random.h"
#include "stats.h"

enum { RESAMPLES = 10000 };

static int
compare(const void *left, const void *right)
{
    const double *a = left, *b = right;

    return (*a > *b) - (*a < *b);
}

static double
median_of_sorted(const double *sorted, size_t n)
{
    return n % 2 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

/* The largest k for which the median lies between the k-th smallest and the
 * k-th largest of n values in at least 95 % of all cases; 0 when there is
 * none.  The chance that fewer than k of n lie below it is binomial.
 */
static size_t
rank_of_interval(size_t n)
{
    double chance = pow(0.5, (double)n), below = 0;
    size_t k = 0;

    while (k < n && below + chance <= 0.025) {
        below += chance;
        chance *= (double)(n - k) / (double)(k + 1);
        k++;
    }
    return k;
}

static void
bootstrap(const double *sorted, size_t n, struct summary *s)
{
    static double medians[RESAMPLES];
    double resample[STATS_MAX] = {0};
    uint64_t random = 1;

    for (size_t i = 0; i < RESAMPLES; i++) {
        for (size_t j = 0; j < n; j++)
            resample[j] = sorted[random_below(&random, n)];
        qsort(resample, n, sizeof(*resample), compare);
        medians[i] = median_of_sorted(resample, n);
    }
    qsort(medians, RESAMPLES, sizeof(*medians), compare);
    s->low = medians[RESAMPLES / 40];
    s->high = medians[RESAMPLES - 1 - RESAMPLES / 40];
}

struct summary
stats_summarize(const double *values, size_t n_values)
{
    struct summary s = {0, NAN, NAN, NAN, false};
    double sorted[STATS_MAX];

    for (size_t i = 0; i < n_values; i++)
        if (!isnan(values[i]))
            sorted[s.n++] = values[i];
    if (s.n == 0)
        return s;
    qsort(sorted, s.n, sizeof(*sorted), compare);
    s.median = median_of_sorted(sorted, s.n);
    s.is_interval = s.n >= STATS_INTERVAL_MIN;
    if (s.n >= STATS_BOOTSTRAP_MIN) {
        bootstrap(sorted, s.n, &s);
        return s;
    }
    size_t k = s.is_interval ? rank_of_interval(s.n) : 1;
    s.low = sorted[k - 1];
    s.high = sorted[s.n - k];
    return s;
}

struct summary
stats_ratio(const double *a, const double *b, size_t n)
{
    double ratios[STATS_MAX];

    for (size_t i = 0; i < n; i++)
        ratios[i] = b[i] == 0 ? NAN : a[i] / b[i];
    return stats_summarize(ratios, n);
}

bool
stats_holds_one(struct summary ratio)
{
    return !(ratio.low > 1 || ratio.high < 1);
}
