/* What is printed below the fold.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>

#include "bench/probe/calibrate/calibrate.h"
#include "fold.h"
#include "bench/stats/summary.h"

static size_t
n_noisy(const struct bench *bench, const struct bench_case *test)
{
    size_t n = 0;

    for (size_t i = 0; i < bench->samples.n; i++) {
        const struct sample *s = &bench->samples.all[i];
        n += s->test == test && s->round > 0 && s->noisy;
    }
    return n;
}

/* A range, for lack of rounds, is in brackets. */
static void
print_number(const struct bench *bench, const struct scenario *scenario,
             const struct bench_case *test, enum column column)
{
    struct summary s = summary_of(bench, test, column);
    struct summary ratio = summary_ratio(bench, scenario, test, column);
    char bounds[48], name[48];

    if (s.n == 0)
        return;
    snprintf(name, sizeof(name), "%s%s%s", test->contender,
             *test->params ? " " : "", test->params);
    snprintf(bounds, sizeof(bounds),
             s.is_interval ? "%.4g to %.4g" : "(%.4g to %.4g)", s.low, s.high);
    printf("  %-24.24s %9.4g  %-20s n %zu", name, s.median, bounds, s.n);
    if (n_noisy(bench, test))
        printf(", %zu noisy", n_noisy(bench, test));
    if (ratio.n && stats_holds_one(ratio))
        printf("; no difference");
    else if (ratio.n)
        printf("; x %.3g", ratio.median);
    putchar('\n');
}

static void
print_column(const struct bench *bench, const struct scenario *scenario,
             enum column column)
{
    printf("%s, %s\n", scenario->name, column_names[column]);
    for (size_t i = 0; i < scenario->n_cases; i++)
        print_number(bench, scenario, &scenario->cases[i], column);
}

static bool
was_run(const struct bench *bench, const struct scenario *scenario)
{
    for (size_t i = 0; i < bench->samples.n; i++)
        if (bench->samples.all[i].scenario == scenario)
            return true;
    return false;
}

void
fold_print(const struct bench *bench)
{
    puts("\nMedians with their 95 % intervals (or ranges), over n rounds; and "
         "the ratio to\nthe baseline, round by round.  Those of the "
         "contenders are in summary.md.");
    for (size_t i = 0; i < bench->n_laid; i++)
        for (size_t c = 0; c < bench->laid[i].n_shown; c++)
            if (!bench->laid[i].n_settings && was_run(bench, &bench->laid[i]))
                print_column(bench, &bench->laid[i],
                             (enum column)bench->laid[i].shown[c]);
    puts("The instrument; nothing of it is subtracted:");
    calibrate_print(&bench->calibration, stdout);
}
