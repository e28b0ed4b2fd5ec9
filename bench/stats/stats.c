/* Medians, and how sure one can be of them.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdlib.h>

#include "stats.h"

static const double sure = 0.95;

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

/* The ends of the interval in which the median lies with a chance of 95 %.
 * From the k-th smallest to the k-th largest of n values it lies unless fewer
 * than k of them are on one side of it, which is binomial.  The largest k for
 * which that is at least 95 % gives too much, and the next gives too little:
 * the ends are taken between the two.
 */
static void
interpolate(const double *sorted, struct summary *s)
{
    double n = (double)s->n, chance = pow(0.5, n), inside = 1 - 2 * chance;
    size_t k = 1;

    for (;; k++) {
        chance *= (n - (double)k + 1) / (double)k;
        if (inside - 2 * chance < sure)
            break;
        inside -= 2 * chance;
    }
    double part = (inside - sure) / (2 * chance);
    double inward =
        (n - (double)k) * part / ((double)k + (n - 2 * (double)k) * part);
    s->low = sorted[k - 1] + inward * (sorted[k] - sorted[k - 1]);
    s->high =
        sorted[s->n - k] - inward * (sorted[s->n - k] - sorted[s->n - k - 1]);
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
    s.low = sorted[0];
    s.high = sorted[s.n - 1];
    if (s.is_interval)
        interpolate(sorted, &s);
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
