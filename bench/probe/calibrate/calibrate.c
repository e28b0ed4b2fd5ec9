/* The instrument, measured.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "calibrate.h"
#include "clock.h"
#include "percentile.h"
#include "bench/probe/probe.h"

enum { N_CLOCK = 20000, N_NAPS = 20, N_TRIES = 5 };

/* The mean of many reads, each kept in keep[] unless that is NULL. */
static double
mean_read_ns(int64_t *keep)
{
    int64_t start_ns = clock_now_ns(), last = 0;

    for (int i = 0; i < N_CLOCK; i++) {
        last = clock_now_ns();
        if (keep)
            keep[i] = last;
    }
    return (double)(last - start_ns) / N_CLOCK;
}

/* The shortest of a few: a disturbance only makes a loop longer. */
static void
measure_clock(struct calibration *c)
{
    static int64_t samples[N_CLOCK];
    double with = INFINITY;

    c->clock_ns = INFINITY;
    for (int i = 0; i < N_TRIES; i++) {
        c->clock_ns = fmin(c->clock_ns, mean_read_ns(NULL));
        with
            = fmin(with, mean_read_ns(samples));
    }
    c->stamp_ns = fmax(0, with - c->clock_ns);
}

static void
measure_naps(struct calibration *c)
{
    int64_t naps[N_NAPS];

    for (int i = 0; i < N_NAPS; i++) {
        int64_t start_ns = clock_now_ns();
        clock_nap(10 * NS_PER_MS);
        naps[i] = clock_now_ns() - start_ns;
    }
    percentile_sort(naps, N_NAPS);
    c->nap_p50_us = (double)percentile(naps, N_NAPS, 50) / 1e3;
    c->nap_p99_us = (double)percentile(naps, N_NAPS, 99) / 1e3;
}

/* Runs a program between its gates; false when it does not get there. */
static bool
run_between(struct bench *bench, const char *program, const char *arguments,
            int64_t idle_ns, struct probe *begin, struct probe *end)
{
    struct child *child = &bench->child;
    char path[BENCH_PATH + 64];

    snprintf(path, sizeof(path), "%s/%s", bench->programs, program);
    int error = child_start(child, path, arguments, CHILD_GATE);
    if (!error)
        error = child_reach(child, "ready");
    if (!error) {
        *begin = probe_begin(child->pid);
        clock_nap(idle_ns);
        if (idle_ns)
            *end = probe_end(child->pid);
        error = child_go(child);
    }
    if (!error)
        error = child_reach(child, "done");
    if (!error && !idle_ns)
        *end = probe_end(child->pid);
    if (!error)
        child_go(child);
    child_finish(child);
    return !error;
}

static double
off_percent(int64_t measured, int64_t truth)
{
    return 100 * ((double)measured / (double)truth - 1);
}

static void
measure_known(struct bench *bench, struct calibration *c)
{
    struct probe a, b;

    if (run_between(bench, "known", "--burn 100ms", 0, &a, &b) &&
        b.workers_cpu_ns != PROBE_NONE)
        c->burn_percent =
            off_percent(b.workers_cpu_ns - a.workers_cpu_ns, 100 * NS_PER_MS);
    if (run_between(bench, "known", "--naps 100", 0, &a, &b) &&
        b.voluntary != PROBE_NONE)
        c->naps_off = (double)(b.voluntary - a.voluntary) - 100;
    if (run_between(bench, "known", "--grow 64", 0, &a, &b) &&
        b.peak_bytes != PROBE_NONE)
        c->growth_percent = off_percent(b.peak_bytes - a.peak_bytes, 64 << 20);
    if (run_between(bench, "blocking", "--items 0", 100 * NS_PER_MS, &a, &b) &&
        b.cpu_ns != PROBE_NONE)
        c->harness_percent =
            100 * (double)(b.cpu_ns - a.cpu_ns) / (double)(b.at_ns - a.at_ns);
}

void
calibrate(struct bench *bench)
{
    struct calibration *c = &bench->calibration;

    *c = (struct calibration){.burn_percent = NAN,
                              .naps_off = NAN,
                              .growth_percent = NAN,
                              .harness_percent = NAN,
                              .delay_off_us = NAN};
    measure_clock(c);
    measure_naps(c);
    measure_known(bench, c);
}

/* The median delay of the rig when each item is put so late. */
static double
delay_p50_us(struct bench *bench, const char *late)
{
    struct child *child = &bench->child;
    char path[BENCH_PATH + 64], arguments[128];

    snprintf(path, sizeof(path), "%s/rig", bench->programs);
    snprintf(arguments, sizeof(arguments),
             "--items 300 --contender waiting --name yield --late %s", late);
    child_start(child, path, arguments, 0);
    child_finish(child);
    return child_value(child, "delay_p50_ns", NAN) / 1e3;
}

void
calibrate_delay(struct bench *bench)
{
    double none = delay_p50_us(bench, "0");

    bench->calibration.delay_off_us = delay_p50_us(bench, "500us") - none - 500;
}

static void
print(FILE *out, const char *what, double value, int places, const char *unit)
{
    if (isnan(value))
        fprintf(out, "%-28s %8s\n", what, "n/a");
    else
        fprintf(out, "%-28s %8.*f %s\n", what, places, value, unit);
}

const struct calibration_line calibration_lines[] = {
    {"reading the clock", "ns", 1, offsetof(struct calibration, clock_ns), 0},
    {"recording a sample beside it", "ns", 1,
     offsetof(struct calibration, stamp_ns), 20},
    {"a nap of 10 ms: p50", "us", 1, offsetof(struct calibration, nap_p50_us),
     0},
    {"                p99", "us", 1, offsetof(struct calibration, nap_p99_us),
     0},
    {"CPU probe, 100 ms burnt: off", "%", 3,
     offsetof(struct calibration, burn_percent), 1},
    {"memory probe, 64 MiB:    off", "%", 3,
     offsetof(struct calibration, growth_percent), 1},
    {"switch probe, 100 naps:  off", "switches", 0,
     offsetof(struct calibration, naps_off), 0},
    {"CPU of a program at its gate", "%", 3,
     offsetof(struct calibration, harness_percent), 1},
    {"a delay of 500 us:       off", "us", 2,
     offsetof(struct calibration, delay_off_us), 2},
    {0}};

double
calibration_value(const struct calibration *c,
                  const struct calibration_line *line)
{
    double value;

    memcpy(&value, (const char *)c + line->offset, sizeof(value));
    return value;
}

void
calibrate_print(const struct calibration *c, FILE *out)
{
    for (const struct calibration_line *line = calibration_lines; line->what;
         line++)
        if (line->offset != offsetof(struct calibration, delay_off_us))
            print(out, line->what, calibration_value(c, line), line->places,
                  line->unit);
}
