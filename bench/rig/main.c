/* The rig as a program: one contender, some threads, one question.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "array_len.h"
#include "bench/rig/options.h"
#include "die.h"
#include "percentile.h"

/* A percentile is told only where it is not just the longest of few. */
static const struct {
    const char *name;
    double p;
    size_t at_least;
} points[] = {{"p10", 10, 10},     {"p25", 25, 4},  {"p50", 50, 1},
              {"p75", 75, 4},      {"p90", 90, 10}, {"p99", 99, 100},
              {"p999", 99.9, 1000}};

static void
report_delays(struct rig *rig)
{
    size_t n = rig->n_delays;

    percentile_sort(rig->delays_ns, n);
    for (size_t i = 0; i < ARRAY_LEN(points); i++)
        if (n >= points[i].at_least)
            printf("delay_%s_ns\t%" PRId64 "\n", points[i].name,
                   percentile(rig->delays_ns, n, points[i].p));
    printf("delay_max_ns\t%" PRId64 "\n", rig->delays_ns[n - 1]);
}

static void
report(struct rig *rig)
{
    printf("key\tvalue\nprogram\trig\nitems\t%" PRIu64 "\nfinished\t%zu\n"
           "wall_ns\t%" PRId64 "\npolls\t%" PRIu64 "\nparks\t%" PRIu64
           "\nwakes\t%" PRIu64 "\n",
           rig->n_items, rig->n_got, rig->wall_ns, rig->counts.polls,
           rig->counts.parks, rig->counts.wakes);
    if (rig->shutdown_ns)
        printf("shutdown_ns\t%" PRId64 "\n", rig->shutdown_ns);
    if (!isnan(rig->stolen_percent))
        printf("stolen_percent\t%.4f\n", rig->stolen_percent);
    if (rig->n_delays)
        report_delays(rig);
}

int
main(int argc, char **argv)
{
    static struct rig rig;
    const struct rig_mode *mode = options_parse(&rig, argc, argv);

    rig.stolen_percent = NAN;
    mode->run(&rig);
    report(&rig);
    free(rig.delays_ns);
    if (rig.n_wrong)
        die("%s: %zu items wrong", rig.contender->name, rig.n_wrong);
    finish_stdout();
    return 0;
}
