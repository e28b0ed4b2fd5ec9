/* The load of a far queue as a program.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "bench/far/far.h"
#include "clock.h"
#include "die.h"
#include "percentile.h"

/* A percentile is reported only where it is not just the longest of a few. */
static const struct {
    const char *name;
    double p;
    size_t at_least;
} points[] = {{"p10", 10, 10},
              {"p50", 50, 1},
              {"p90", 90, 10},
              {"p99", 99, 100}};

static void
report_times(const char *name, int64_t *ns, size_t n)
{
    if (!n || !ns[0])
        return;
    percentile_sort(ns, n);
    for (size_t i = 0; i < ARRAY_LEN(points); i++)
        if (n >= points[i].at_least)
            printf("%s_%s_ns\t%" PRId64 "\n", name, points[i].name,
                   percentile(ns, n, points[i].p));
    printf("%s_max_ns\t%" PRId64 "\n", name, ns[n - 1]);
}

static void
report(struct far_load *load)
{
    printf("key\tvalue\nprogram\tfar\nseed\t%" PRIu64 "\nitems\t%" PRIu64
           "\nfinished\t%u\n"
           "wall_ns\t%" PRId64 "\ncommands\t%" PRIu64 "\nlooks\t%" PRIu64
           "\npolls\t%" PRIu64 "\ntrips\t%" PRIu64 "\nsent_bytes\t%" PRIu64
           "\ngot_bytes\t%" PRIu64 "\n",
           load->seed, load->n_items, load->n_done, load->wall_ns,
           load->looks.asked, load->looks.looks, load->looks.empty,
           load->looks.trips, load->wire.sent_bytes, load->wire.got_bytes);
    report_times("delay", load->delay_ns, load->n_items);
    report_times("late", load->late_ns, load->n_items);
    report_times("notice", load->notice_ns, load->n_items);
}

static int64_t *
samples(size_t n)
{
    int64_t *ns = calloc(n + 1, sizeof(*ns));

    if (!ns)
        die("%zu samples: %s", n, strerror(ENOMEM));
    return ns;
}

int
main(int argc, char **argv)
{
    static struct far_load load;

    begin_program();
    const struct far_mode *mode = far_options_parse(&load, argc, argv);
    if (!mode)
        return far_serve();
    signal(SIGPIPE, SIG_IGN);
    load.late_ns = samples(load.n_items);
    load.notice_ns = samples(load.n_items);
    load.delay_ns = samples(load.n_items);
    mode->run(&load);
    report(&load);
    free(load.late_ns);
    free(load.notice_ns);
    free(load.delay_ns);
    if (load.n_wrong)
        die("%u items came twice, or were left", load.n_wrong);
    finish_stdout();
    return 0;
}
