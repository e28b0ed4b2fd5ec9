/* The Pareto front of a regime.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdlib.h>

#include "front.h"
#include "summary.h"

static const double clear_ratio = 0.9, sooner_ratio = 1.5;
static const double material_percent = 0.2, material_us = 10;

static struct summary
paired_ratio(const struct bench *bench, const struct point *a,
             const struct point *b, enum column column)
{
    double x[ROUNDS_MAX], y[ROUNDS_MAX];
    size_t n = samples_column(&bench->samples, a->test, column, x, ROUNDS_MAX);
    size_t m = samples_column(&bench->samples, b->test, column, y, ROUNDS_MAX);

    return stats_ratio(x, y, n < m ? n : m);
}

static bool
clearly_below(const struct bench *bench, const struct point *a,
              const struct point *b, enum column column)
{
    struct summary ratio = paired_ratio(bench, a, b, column);
    bool is_cpu = column == COLUMN_WORKERS_CPU_PERCENT;
    double apart = is_cpu ? b->cpu.median - a->cpu.median
                          : b->delay.median - a->delay.median;

    return ratio.n && ratio.median < clear_ratio && ratio.high < 1 &&
           apart >= (is_cpu ? material_percent : material_us);
}

/* Whether a is clearly below b in either column. */
static bool
better_somewhere(const struct bench *bench, const struct point *a,
                 const struct point *b, enum column delay)
{
    return clearly_below(bench, a, b, COLUMN_WORKERS_CPU_PERCENT) ||
           clearly_below(bench, a, b, delay);
}

/* Points are in the field's order here, the simplest first. */
static void
find_dominators(const struct bench *bench, struct front *front)
{
    for (size_t i = 0; i < front->n; i++) {
        struct point *p = &front->points[i];
        for (size_t j = 0; j < front->n && !p->dominator; j++) {
            const struct point *q = &front->points[j];
            if (q != p && better_somewhere(bench, q, p, front->delay) &&
                !better_somewhere(bench, p, q, front->delay))
                p->dominator = q->entrant;
        }
    }
}

static bool
has_simpler_equal(const struct bench *bench, const struct front *front,
                  const struct point *p)
{
    for (const struct point *q = front->points; q < p; q++)
        if (!q->dominator && !better_somewhere(bench, p, q, front->delay) &&
            !better_somewhere(bench, q, p, front->delay))
            return true;
    return false;
}

/* The next of 1, 2, 5, 10, ... at or above: a bound that one remembers. */
static double
round_up(double us)
{
    double power = pow(10, floor(log10(us)));

    if (us <= power)
        return power;
    return us <= 2 * power   ? 2 * power
           : us <= 5 * power ? 5 * power
                             : 10 * power;
}

/* The latest first, for whom no later one is to be told of. */
static int
compare(const void *left, const void *right)
{
    const struct point *a = left, *b = right;

    return (a->delay.median < b->delay.median) -
           (a->delay.median > b->delay.median);
}

/* It is told of when one who waits for it gets something. */
static bool
sooner(const struct point *p, const struct point *last)
{
    return !last || (p->delay.median * sooner_ratio <= last->delay.median &&
                     p->bound_us < last->bound_us);
}

static void
recommend(const struct bench *bench, struct front *front)
{
    const struct point *last = NULL;

    for (size_t i = 0; i < front->n; i++) {
        struct point *p = &front->points[i];
        p->is_recommended =
            !p->dominator && !has_simpler_equal(bench, front, p);
    }
    qsort(front->points, front->n, sizeof(*front->points), compare);
    for (size_t i = 0; i < front->n; i++) {
        struct point *p = &front->points[i];
        if (!p->is_recommended)
            continue;
        p->is_recommended = sooner(p, last);
        last = p->is_recommended ? p : last;
    }
}

/* The highest percentile that every run of the regime can bear. */
static enum column
delay_column(const struct bench *bench, const struct front *front)
{
    for (size_t i = 0; i < front->n; i++)
        if (!summary_of(bench, front->points[i].test, COLUMN_NOTICE_P99_US).n)
            return COLUMN_NOTICE_P90_US;
    return COLUMN_NOTICE_P99_US;
}

void
front_make(const struct bench *bench, const struct scenario *latency,
           const struct setting *regime, struct front *front)
{
    *front = (struct front){.regime = regime};
    for (size_t i = 0; i < bench->field.n; i++) {
        const struct entrant *e = &bench->field.all[i];
        const struct bench_case *test =
            summary_find(latency, regime->params, e->contender->name);
        if (test && summary_of(bench, test, COLUMN_NOTICE_P90_US).n)
            front->points[front->n++] =
                (struct point){.entrant = e, .test = test};
    }
    front->delay = delay_column(bench, front);
    for (size_t i = 0; i < front->n; i++) {
        struct point *p = &front->points[i];
        p->cpu = summary_of(bench, p->test, COLUMN_WORKERS_CPU_PERCENT);
        p->delay = summary_of(bench, p->test, front->delay);
        p->bound_us = round_up(p->delay.high);
    }
    find_dominators(bench, front);
    recommend(bench, front);
}
