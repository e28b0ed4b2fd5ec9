/* What is advised in a regime, by rule.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <string.h>

#include "front.h"
#include "bench/stats/summary.h"

static const double clear_delay_ratio = 1.0 / 3, clear_delay_us = 50;
static const double clear_cpu_ratio = 2.0 / 3, clear_cpu_percent = 1;

/* The rounds that the rule is asked about, and the ways' medians over them. */
struct view {
    const struct front *front;
    const size_t *rounds;
    size_t n;
    double delay_us[FIELD_MAX], cpu[FIELD_MAX];
};

static void
take(const struct view *view, const double *values, double *taken)
{
    for (size_t i = 0; i < view->n; i++)
        taken[i] = values[view->rounds[i]];
}

static double
median(const struct view *view, const double *values)
{
    double taken[ROUNDS_MAX];

    take(view, values, taken);
    return stats_summarize(taken, view->n).median;
}

static bool
is_below(const struct view *view, const double *a, const double *b,
         double ratio_below)
{
    double x[ROUNDS_MAX], y[ROUNDS_MAX];

    take(view, a, x);
    take(view, b, y);
    struct summary ratio = stats_ratio(x, y, view->n);
    return ratio.n && ratio.median < ratio_below && ratio.high < 1;
}

static bool
is_cheaper(const struct view *view, size_t a, size_t b)
{
    const struct way *ways = view->front->ways;

    return view->cpu[b] - view->cpu[a] >= clear_cpu_percent &&
           is_below(view, ways[a].both_cpu, ways[b].both_cpu, clear_cpu_ratio);
}

static bool
is_sooner(const struct view *view, size_t a, size_t b)
{
    const struct way *ways = view->front->ways;

    return view->delay_us[b] - view->delay_us[a] >= clear_delay_us &&
           is_below(view, ways[a].delay_us, ways[b].delay_us,
                    clear_delay_ratio);
}

static bool
is_better_somewhere(const struct view *view, size_t a, size_t b)
{
    return is_cheaper(view, a, b) || is_sooner(view, a, b);
}

static void
find_dominated(const struct view *view, struct answer *answer)
{
    for (size_t i = 0; i < view->front->n; i++)
        for (size_t j = 0; j < view->front->n && !answer->dominated[i]; j++)
            if (j != i && is_better_somewhere(view, j, i) &&
                !is_better_somewhere(view, i, j)) {
                answer->dominated[i] = true;
                answer->dominator[i] = j;
            }
}

/* Those that are not dominated, the lowest delay first; returns how many. */
static size_t
sort_by_delay(const struct view *view, const struct answer *answer,
              size_t *order)
{
    size_t n = 0;

    for (size_t i = 0; i < view->front->n; i++) {
        size_t at = n;
        if (answer->dominated[i])
            continue;
        for (; at && view->delay_us[order[at - 1]] > view->delay_us[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
        n++;
    }
    return n;
}

static bool
begins_class(const struct view *view, size_t before, size_t next)
{
    double a = view->delay_us[before], b = view->delay_us[next];

    return b >= a / clear_delay_ratio && b - a >= clear_delay_us;
}

/* The cheapest of the n ways of a class. */
static size_t
cheapest_of(const struct view *view, const size_t *class, size_t n)
{
    size_t cheapest = class[0];

    for (size_t i = 1; i < n; i++)
        if (view->cpu[class[i]] < view->cpu[cheapest])
            cheapest = class[i];
    return cheapest;
}

static void
advise(const struct view *view, const size_t *class, size_t n, size_t cheapest,
       struct answer *answer)
{
    struct tier *tier = &answer->tiers[answer->n++];

    *tier = (struct tier){.first = cheapest};
    for (size_t i = 0; i < n; i++)
        if (!is_cheaper(view, cheapest, class[i])) {
            tier->group[class[i]] = true;
            tier->first = class[i] < tier->first ? class[i] : tier->first;
        }
}

void
front_answer(const struct front *front, const size_t *rounds, size_t n,
             struct answer *answer)
{
    struct view view = {.front = front, .rounds = rounds, .n = n};
    size_t order[FIELD_MAX], end = 0, last = 0;

    memset(answer, 0, sizeof(*answer));
    for (size_t i = 0; i < front->n; i++) {
        view.delay_us[i] = median(&view, front->ways[i].delay_us);
        view.cpu[i] = median(&view, front->ways[i].both_cpu);
    }
    find_dominated(&view, answer);
    size_t n_left = sort_by_delay(&view, answer, order);
    for (size_t begin = 0; begin < n_left; begin = end) {
        for (end = begin + 1;
             end < n_left && !begins_class(&view, order[end - 1], order[end]);)
            end++;
        size_t cheapest = cheapest_of(&view, order + begin, end - begin);
        if (answer->n && !is_cheaper(&view, cheapest, last))
            continue;
        advise(&view, order + begin, end - begin, cheapest, answer);
        last = cheapest;
    }
}

/* A case that was wrong in some round is left out. */
static bool
read_way(const struct bench *bench, const struct bench_case *test,
         struct front *front)
{
    const struct samples *samples = &bench->samples;
    struct way *way = &front->ways[front->n];

    if (!test || samples_wrong(samples, test) ||
        !summary_of(bench, test, COLUMN_NOTICE_P90_US).n)
        return false;
    size_t n = samples_column(samples, test, COLUMN_NOTICE_P90_US,
                              way->delay_us, ROUNDS_MAX);
    samples_column(samples, test, COLUMN_WORKERS_CPU_PERCENT, way->cpu,
                   ROUNDS_MAX);
    samples_column(samples, test, COLUMN_PUTTER_CPU_PERCENT, way->putter_cpu,
                   ROUNDS_MAX);
    for (size_t i = 0; i < ROUNDS_MAX; i++)
        way->both_cpu[i] = way->cpu[i] + way->putter_cpu[i];
    front->n_rounds = !front->n || n < front->n_rounds ? n : front->n_rounds;
    return true;
}

void
front_read(const struct bench *bench, const struct scenario *latency,
           const struct setting *regime, struct front *front)
{
    front->regime = regime;
    front->n = front->n_rounds = 0;
    for (size_t i = 0; i < bench->field.n; i++) {
        const struct entrant *e = &bench->field.all[i];
        front->ways[front->n].entrant = e;
        front->n +=
            read_way(bench,
                     summary_find(latency, regime->params, e->contender->name),
                     front);
    }
}
