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

/* A percentile is reported only where it is not just the longest of a few. */
static const struct {
    const char *name;
    double p;
    size_t at_least;
} points[] = {{"p10", 10, 10},     {"p25", 25, 4},  {"p50", 50, 1},
              {"p75", 75, 4},      {"p90", 90, 10}, {"p99", 99, 100},
              {"p999", 99.9, 1000}};

static void
report_delays(const char *name, int64_t *ns, size_t n)
{
    if (!ns || !n)
        return;
    percentile_sort(ns, n);
    for (size_t i = 0; i < ARRAY_LEN(points); i++)
        if (n >= points[i].at_least)
            printf("%s_%s_ns\t%" PRId64 "\n", name, points[i].name,
                   percentile(ns, n, points[i].p));
    printf("%s_max_ns\t%" PRId64 "\n", name, ns[n - 1]);
}

/* A contender that counts nothing says 0 for everything, which is not reported. */
static void
report_counts(const struct contender_counts *counts)
{
    if (counts->polls || counts->parks || counts->wakes)
        printf("polls\t%" PRIu64 "\nparks\t%" PRIu64 "\nwakes\t%" PRIu64 "\n",
               counts->polls, counts->parks, counts->wakes);
}

static void
report(struct rig *rig)
{
    printf("key\tvalue\nprogram\trig\nitems\t%" PRIu64 "\nfinished\t%zu\n"
           "wall_ns\t%" PRId64 "\n",
           rig->n_items, rig->n_got, rig->wall_ns);
    report_counts(&rig->counts);
    if (rig->shutdown_ns)
        printf("shutdown_ns\t%" PRId64 "\n", rig->shutdown_ns);
    if (!isnan(rig->stolen_percent))
        printf("stolen_percent\t%.4f\n", rig->stolen_percent);
    report_delays("delay", rig->delays_ns, rig->n_delays);
    report_delays("late", rig->late_ns_of, rig->n_delays);
    report_delays("notice", rig->notice_ns_of, rig->n_delays);
}

int
main(int argc, char **argv)
{
    static struct rig rig;
    const struct rig_mode *mode = options_parse(&rig, argc, argv);

    rig.stolen_percent = NAN;
    mode->run(&rig);
    options_end_silence();
    report(&rig);
    free(rig.delays_ns);
    free(rig.late_ns_of);
    free(rig.notice_ns_of);
    if (rig.n_wrong)
        die("%s: %zu items wrong", rig.contender->name, rig.n_wrong);
    finish_stdout();
    return 0;
}
