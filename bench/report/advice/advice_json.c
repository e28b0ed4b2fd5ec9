/* The advice as JSON.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>

#include "advice.h"

static const char *
name_of(const struct front *front, size_t way)
{
    return front->ways[way].entrant->contender->name;
}

static void
write_tier(const struct front *front, const struct tier *tier, unsigned percent,
           FILE *out)
{
    const struct way *way = &front->ways[tier->first];
    bool is_first = true;

    fprintf(out,
            "\n  {\"regime\": \"%s\", \"params\": \"%s\", \"name\": \"%s\", "
            "\"percentile\": 90, \"fine_us\": %.6g, \"delay_us\": %.6g, "
            "\"cpu_percent\": %.6g, \"putter_cpu_percent\": %.6g, "
            "\"in_100_draws\": %u, \"group\": [",
            front->regime->regime, front->regime->params,
            name_of(front, tier->first), advice_bound_us(front, tier->first),
            advice_median(front, way->delay_us), advice_median(front, way->cpu),
            fmax(0, advice_median(front, way->putter_cpu)), percent);
    for (size_t i = 0; i < front->n; i++)
        if (tier->group[i]) {
            fprintf(out, "%s\"%s\"", is_first ? "" : ", ", name_of(front, i));
            is_first = false;
        }
    fputs("]}", out);
}

static void
write_never(const struct bench *bench, const struct advices *all, FILE *out)
{
    bool is_first = true;

    for (size_t i = 0; i < bench->field.n; i++) {
        if (!advice_against(all, &bench->field.all[i]))
            continue;
        fprintf(out, "%s\"%s\"", is_first ? "" : ", ",
                bench->field.all[i].contender->name);
        is_first = false;
    }
}

/* The tiers that came out in fairly all draws, or the others. */
static void
write_tiers(const struct advices *all, bool fairly, FILE *out)
{
    size_t n = 0;

    for (size_t i = 0; i < all->n; i++)
        for (size_t j = all->of[i].answer.n; j-- > 0;) {
            unsigned percent = all->of[i].percent[j];
            if ((percent >= FAIRLY_PERCENT) != fairly)
                continue;
            fputs(n++ ? "," : "", out);
            write_tier(&all->fronts[i], &all->of[i].answer.tiers[j], percent,
                       out);
        }
}

void
advice_write_json(const struct bench *bench, FILE *out)
{
    static struct advices all;
    bool is_sure =
        advice_take_all(bench, &all) && all.n_rounds >= FRONT_ROUNDS_MIN;

    fputs("\"recommended\": [", out);
    if (is_sure)
        write_tiers(&all, true, out);
    fputs("],\n\"undecided\": [", out);
    if (is_sure)
        write_tiers(&all, false, out);
    fputs("],\n\"never\": [", out);
    if (is_sure && all.n == all.n_regimes)
        write_never(bench, &all, out);
    fputs("]", out);
}
