/* Five lines of words below the table.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>

#include "summary.h"
#include "table.h"
#include "words.h"

static double
median(const struct bench *bench, const struct scenario *scenario,
       const char *params, const char *contender, enum column column)
{
    return summary_of(bench, summary_find(scenario, params, contender), column)
        .median;
}

/* "4.9 times the CPU of", or "the same CPU (no difference seen) as": the
 * ratio of a contender of the scenario to its baseline.
 */
static void
compare(char *text, size_t size, const struct bench *bench,
        const struct scenario *scenario, const char *contender,
        enum column column, const char *what)
{
    struct summary ratio =
        summary_ratio(bench, scenario, summary_find(scenario, NULL, contender),
                      column);

    if (ratio.n == 0)
        snprintf(text, size, "%s n/a against", what);
    else if (stats_holds_one(ratio))
        snprintf(text, size, "no difference in %s seen from", what);
    else
        snprintf(text, size, "%.2g times the %s of", ratio.median, what);
}

static void
say_work(const struct bench *bench)
{
    const struct scenario *s = &scenario_work;
    char cpu[64], delay[64];

    if (isnan(median(bench, s, NULL, "block", COLUMN_DELAY_P50_US)))
        return;
    compare(cpu, sizeof(cpu), bench, s, "nap-10ms", COLUMN_WORKERS_CPU_PERCENT,
            "CPU");
    compare(delay, sizeof(delay), bench, s, "nap-10ms", COLUMN_DELAY_P50_US,
            "delay");
    printf("At work a nap of 10 ms is not wasteful, it is late: %s, and\n"
           "  %s blocking.\n",
           cpu, delay);
    compare(cpu, sizeof(cpu), bench, s, "nap-0.1ms", COLUMN_WORKERS_CPU_PERCENT,
            "CPU");
    compare(delay, sizeof(delay), bench, s, "nap-0.1ms", COLUMN_DELAY_P50_US,
            "delay");
    printf("A nap of 0.1 ms buys the delay back with CPU: %s, still\n"
           "  %s blocking.\n",
           cpu, delay);
}

/* Gather has about the CPU of the long nap: there the delays compare. */
static void
say_gather(const struct bench *bench)
{
    const struct scenario *s = &scenario_work;
    double nap = median(bench, s, NULL, "nap-10ms", COLUMN_WORKERS_CPU_PERCENT);
    double gather =
        median(bench, s, NULL, "gather-10ms", COLUMN_WORKERS_CPU_PERCENT);
    double late = median(bench, s, NULL, "nap-10ms", COLUMN_DELAY_P50_US);
    double soon = median(bench, s, NULL, "gather-10ms", COLUMN_DELAY_P50_US);

    if (isnan(nap) || isnan(gather))
        return;
    printf("Who blocks can batch too: gather used %.2g %% of a core, the nap "
           "%.2g %%, and was\n  %.2g times as soon.\n",
           gather, nap, late / soon);
}

static void
say_idle(const struct bench *bench)
{
    const struct scenario *s = &scenario_idle;
    double one = median(bench, s, "workers=1", "nap-10ms", COLUMN_CPU_PERCENT);
    double many =
        median(bench, s, "workers=1000", "nap-10ms", COLUMN_CPU_PERCENT);
    double block =
        median(bench, s, "workers=1000", "block", COLUMN_CPU_PERCENT);

    if (isnan(many) || isnan(block))
        return;
    printf("Idle, one napping worker costs %.2g %% of a core, 1000 cost %.3g "
           "%%; 1000 that block %.2g %%.\n",
           one, many, block);
}

static void
say_images(const struct bench *bench)
{
    const struct scenario *s = &scenario_images;
    double plain = median(bench, s, NULL, "sequential", COLUMN_WALL_MS);
    double block = median(bench, s, NULL, "block", COLUMN_WALL_MS);
    char wall[64];

    if (isnan(plain) || isnan(block))
        return;
    compare(wall, sizeof(wall), bench, s, "nap-10ms", COLUMN_WALL_MS, "time");
    printf("Photos: the pipeline is %.2g times as fast as the plain loop; "
           "polling took\n  %s blocking: each photo waits far longer for the "
           "network.\n",
           plain / block, wall);
}

void
words_print(const struct bench *bench)
{
    putchar('\n');
    say_work(bench);
    say_gather(bench);
    say_idle(bench);
    say_images(bench);
    puts("Read next: make pair shows why, in three diffs; make bell lets you "
         "feel it.");
}
