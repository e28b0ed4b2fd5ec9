/* The advice in words.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "advice.h"
#include "bench/report/table.h"

enum { TEXT_BYTES = 32 };

static const char *
time_text(char *text, double us)
{
    if (us >= 1000)
        snprintf(text, TEXT_BYTES, "%.3g ms", us / 1000);
    else
        snprintf(text, TEXT_BYTES, "%.3g us", us);
    return text;
}

static const char *
name_of(const struct front *front, size_t way)
{
    return front->ways[way].entrant->contender->name;
}

/* "blocking, condvar or futex". */
static void
print_group(const struct front *front, const struct tier *tier, FILE *out)
{
    size_t left = 0;

    for (size_t i = 0; i < front->n; i++)
        left += tier->group[i];
    for (size_t i = 0; i < front->n; i++)
        if (tier->group[i]) {
            fputs(name_of(front, i), out);
            left--;
            fputs(left > 1 ? ", " : left ? " or " : "", out);
        }
}

static void
print_tier(const struct front *front, const struct tier *tier, unsigned percent,
           FILE *out)
{
    const struct way *way = &front->ways[tier->first];
    bool polls = way->entrant->contender->traits & CONTENDER_POLLS;
    char fine[TEXT_BYTES], cpu[TEXT_BYTES], putter[TEXT_BYTES];

    table_number(cpu, sizeof(cpu), advice_median(front, way->cpu),
                 UNIT_PERCENT);
    table_number(putter, sizeof(putter), advice_median(front, way->putter_cpu),
                 UNIT_PERCENT);
    fprintf(out, "  if %s is soon enough: %s: ",
            time_text(fine, advice_bound_us(front, tier->first)),
            polls ? "poll" : "block");
    print_group(front, tier, out);
    fprintf(out,
            "\n      %s of a core, and %s to put; so in %u of 100 draws%s\n",
            cpu, putter, percent,
            percent >= SURE_PERCENT ? "" : ": fairly sure");
}

/* A tier that chance may have made is no advice. */
static void
print_undecided(const struct front *front, const struct tier *tier,
                unsigned percent, FILE *out)
{
    char fine[TEXT_BYTES];

    fprintf(out, "  undecided, if %s is soon enough: ",
            time_text(fine, advice_bound_us(front, tier->first)));
    print_group(front, tier, out);
    fprintf(out, ", in %u of 100 draws\n", percent);
}

static void
print_regime(const struct front *front, const struct advice *advice, FILE *out)
{
    fprintf(out, "%s (%s), %zu rounds:\n", front->regime->regime,
            front->regime->title, front->n_rounds);
    for (size_t i = advice->answer.n; i-- > 0;)
        (advice->percent[i] >= FAIRLY_PERCENT ? print_tier : print_undecided)(
            front, &advice->answer.tiers[i], advice->percent[i], out);
}

/* Those that one of the others dominates, on one line. */
static void
print_dominated(const struct bench *bench, const struct advices *all,
                const char *dominator, FILE *out)
{
    size_t n = 0;

    for (size_t i = 0; i < bench->field.n; i++) {
        const struct entrant *e = &bench->field.all[i];
        const char *by = advice_against(all, e);
        if (by && strcmp(by, dominator) == 0)
            fprintf(out, "%s%s", n++ ? ", " : "  ", e->contender->name);
    }
    if (n)
        fprintf(out, " (%s is better)\n", dominator);
}

static void
print_never(const struct bench *bench, const struct advices *all, FILE *out)
{
    bool any = false;

    for (size_t i = 0; i < bench->field.n && !any; i++)
        any = advice_against(all, &bench->field.all[i]);
    if (any)
        fputs(all->n == all->n_regimes ? "never:\n"
                                       : "at none of these rates:\n",
              out);
    for (size_t i = 0; i < bench->field.n && any; i++)
        print_dominated(bench, all, bench->field.all[i].contender->name, out);
}

void
advice_print(const struct bench *bench, FILE *out)
{
    static struct advices all;

    if (!advice_take_all(bench, &all))
        return;
    fputs("How should a consumer wait, here?\n", out);
    if (all.n_rounds < FRONT_ROUNDS_MIN) {
        fprintf(out,
                "No advice from %zu round%s: it needs %d, or chance decides.  "
                "make bench has them\n(or --rounds %d latency).\n",
                all.n_rounds, all.n_rounds == 1 ? "" : "s", FRONT_ROUNDS_MIN,
                FRONT_ROUNDS_MIN);
        return;
    }
    fputs("9 of 10 items are got so soon after their put.  Ways that cannot be "
          "told apart are\nnamed together; less than 50 us or 1 % of a core "
          "does not count.\n",
          out);
    for (size_t i = 0; i < all.n; i++)
        print_regime(&all.fronts[i], &all.of[i], out);
    print_never(bench, &all, out);
}
