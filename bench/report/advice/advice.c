/* How should a consumer wait, here?
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <string.h>

#include "advice.h"
#include "bench/run/layout.h"
#include "random.h"
#include "bench/stats/summary.h"

/* Whether the answer names first, in some tier, one of the group. */
static bool
agrees(const struct answer *answer, const bool *group)
{
    for (size_t i = 0; i < answer->n; i++)
        if (group[answer->tiers[i].first])
            return true;
    return false;
}

void
advice_take(const struct front *front, struct advice *advice)
{
    static struct answer drawn;
    size_t rounds[ROUNDS_MAX], n = front->n_rounds;
    unsigned same[FIELD_MAX] = {0}, dominated[FIELD_MAX] = {0};
    uint64_t random = 1;

    for (size_t i = 0; i < n; i++)
        rounds[i] = i;
    front_answer(front, rounds, n, &advice->answer);
    for (int draw = 0; draw < ADVICE_DRAWS; draw++) {
        for (size_t i = 0; i < n; i++)
            rounds[i] = random_below(&random, n);
        front_answer(front, rounds, n, &drawn);
        for (size_t i = 0; i < advice->answer.n; i++)
            same[i] += agrees(&drawn, advice->answer.tiers[i].group);
        for (size_t i = 0; i < front->n; i++)
            dominated[i] += drawn.dominated[i];
    }
    for (size_t i = 0; i < FIELD_MAX; i++) {
        advice->percent[i] = same[i] * 100 / ADVICE_DRAWS;
        advice->dominated[i] = dominated[i] * 100 / ADVICE_DRAWS;
    }
}

bool
advice_take_all(const struct bench *bench, struct advices *all)
{
    const struct scenario *latency = layout_find(bench, "latency");

    all->n = all->n_regimes = 0;
    all->n_rounds = ROUNDS_MAX;
    for (size_t i = 0; latency && i < latency->n_settings; i++) {
        struct front *front = &all->fronts[all->n];
        if (!latency->settings[i].regime || all->n == REGIMES_MAX)
            continue;
        all->n_regimes++;
        front_read(bench, latency, &latency->settings[i], front);
        if (!front->n)
            continue;
        if (front->n_rounds < all->n_rounds)
            all->n_rounds = front->n_rounds;
        if (front->n_rounds >= FRONT_ROUNDS_MIN)
            advice_take(front, &all->of[all->n]);
        all->n++;
    }
    return all->n > 0;
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

double
advice_median(const struct front *front, const double *values)
{
    return stats_summarize(values, front->n_rounds).median;
}

double
advice_bound_us(const struct front *front, size_t way)
{
    return round_up(
        stats_summarize(front->ways[way].delay_us, front->n_rounds).high);
}

/* The way of the entrant in a front, or NULL. */
static const struct way *
find_way(const struct front *front, const struct entrant *entrant)
{
    for (size_t i = 0; i < front->n; i++)
        if (front->ways[i].entrant == entrant)
            return &front->ways[i];
    return NULL;
}

const char *
advice_against(const struct advices *all, const struct entrant *entrant)
{
    const char *dominator = NULL;

    for (size_t i = 0; i < all->n; i++) {
        const struct front *front = &all->fronts[i];
        const struct way *way = find_way(front, entrant);
        size_t at = way ? (size_t)(way - front->ways) : 0;
        if (!way || !all->of[i].answer.dominated[at] ||
            all->of[i].dominated[at] < SURE_PERCENT)
            return NULL;
        dominator = front->ways[all->of[i].answer.dominator[at]]
                        .entrant->contender->name;
    }
    return all->n > 1 ? dominator : NULL;
}
