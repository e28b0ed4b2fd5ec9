/* Where a guest is, against the nearest of ours.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdlib.h>

#include "bench/report/advice/advice.h"
#include "bench/report/advice/words.h"
#include "guests.h"

/* How many times a and b are apart, as a logarithm. */
static double
apart(const struct front *front, const double *a, const double *b)
{
    double ratio = advice_median(front, a) / advice_median(front, b);

    return isfinite(ratio) && ratio > 0 ? fabs(log(ratio)) : INFINITY;
}

static const struct way *
nearest_of_ours(const struct front *front, const struct way *guest)
{
    const struct way *nearest = NULL;
    double least = INFINITY;

    for (size_t i = 0; i < front->n; i++) {
        const struct way *w = &front->ways[i];
        double distance = apart(front, guest->delay_us, w->delay_us) +
                          apart(front, guest->cpu, w->cpu);
        if (w->entrant->is_guest || distance >= least)
            continue;
        nearest = w;
        least = distance;
    }
    return nearest;
}

/* By which way it is dominated in these rounds, or NULL. */
static const struct way *
dominator_of(const struct front *front, size_t guest)
{
    static struct advice advice;

    advice_take(front, &advice);
    return advice.answer.dominated[guest] &&
                   advice.dominated[guest] >= SURE_PERCENT
               ? &front->ways[advice.answer.dominator[guest]]
               : NULL;
}

static void
print_guest(const struct front *front, size_t i, FILE *out)
{
    const struct way *guest = &front->ways[i];
    const struct way *ours = nearest_of_ours(front, guest);
    char delay[WORDS_TIMES], cpu[WORDS_TIMES];

    if (!ours)
        return;
    fprintf(out, "%s, %s: nearest to %s,\n    %s, %s",
            guest->entrant->contender->name, front->regime->title,
            ours->entrant->contender->name,
            words_times(delay,
                        stats_ratio(guest->delay_us, ours->delay_us,
                                    front->n_rounds),
                        "delay"),
            words_times(cpu,
                        stats_ratio(guest->cpu, ours->cpu, front->n_rounds),
                        "CPU"));
    if (front->n_rounds < FRONT_ROUNDS_MIN) {
        fprintf(out, "; %zu of the %d rounds that a verdict needs\n",
                front->n_rounds, FRONT_ROUNDS_MIN);
        return;
    }
    const struct way *better = dominator_of(front, i);
    fprintf(out, better ? "; %s is better in both\n" : "; on the front\n",
            better ? better->entrant->contender->name : "");
}

void
guests_print(const struct bench *bench, FILE *out)
{
    struct advices *all = calloc(1, sizeof(*all));

    if (all && advice_take_all(bench, all))
        for (size_t i = 0; i < all->n; i++)
            for (size_t j = 0; j < all->fronts[i].n; j++)
                if (all->fronts[i].ways[j].entrant->is_guest)
                    print_guest(&all->fronts[i], j, out);
    free(all);
}
