/* Far: two ways of waiting, round by round.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>

#include "bench/scenarios/far/pair.h"
#include "bench/stats/summary.h"
#include "random.h"

enum { DRAWS = 100 };

struct pair
pair_of(const struct bench *bench, const struct bench_case *a,
        const struct bench_case *b, enum column column)
{
    struct pair all = {.n = 0}, p = {.n = 0};
    size_t n = samples_column(&bench->samples, a, column, all.a, ROUNDS_MAX);

    samples_column(&bench->samples, b, column, all.b, ROUNDS_MAX);
    for (size_t i = 0; i < n; i++)
        if (!isnan(all.a[i]) && !isnan(all.b[i])) {
            p.a[p.n] = all.a[i];
            p.b[p.n++] = all.b[i];
        }
    return p;
}

/* Whether a is clearly below b. */
static bool
is_below(const double *a, const double *b, size_t n)
{
    struct summary ratio = stats_ratio(a, b, n);

    return ratio.n >= STATS_INTERVAL_MIN && ratio.median < 2.0 / 3 &&
           ratio.high < 1 &&
           stats_summarize(a, n).median + 1 < stats_summarize(b, n).median;
}

int
pair_compare(const struct pair *p)
{
    return is_below(p->b, p->a, p->n) - is_below(p->a, p->b, p->n);
}

unsigned
pair_agreeing_draws(const struct pair *p, int verdict)
{
    uint64_t random = 1;
    unsigned same = 0;

    for (int draw = 0; draw < DRAWS; draw++) {
        struct pair drawn = {.n = p->n};
        for (size_t i = 0; i < p->n; i++) {
            size_t from = random_below(&random, p->n);
            drawn.a[i] = p->a[from];
            drawn.b[i] = p->b[from];
        }
        same += pair_compare(&drawn) == verdict;
    }
    return same;
}
