/* The bench: what it was asked, what it has measured, where it writes.
 * SPDX-License-Identifier: MIT
 */
#ifndef BENCH_H
#define BENCH_H

#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>

#include "child.h"
#include "noise.h"
#include "sample.h"

enum { BENCH_PATH = 512, ROUNDS_MAX = 200 };

/* What the instrument itself costs here; see calibrate.h. */
struct calibration {
    double clock_ns;   /* to read the clock once */
    double stamp_ns;   /* to record a sample beside that */
    double nap_p50_us; /* how long a nap of 10 ms lasts */
    double nap_p99_us;
    double burn_percent;    /* by how much the CPU probe is off at 100 ms */
    double growth_percent;  /* by how much the memory probe is off at 64 MiB */
    double naps_off;        /* switches counted beyond the naps slept, of 100 */
    double harness_percent; /* CPU of a program that stands at its gate */
};

struct bench {
    /* What it was asked. */
    uint64_t rounds; /* without the warm-up */
    uint64_t seed;
    const char *only[16]; /* names of scenarios; none = all */
    bool calibrate_only;
    char programs[BENCH_PATH]; /* the folder of the programs: build/bin */
    char results[BENCH_PATH];  /* the folder that holds all results */
    const atomic_bool *stop;

    /* What it has measured. */
    struct samples samples;
    struct calibration calibration;
    size_t n_rounds, n_noisy; /* program runs, over all scenarios */
    int64_t start_ns;

    /* The files of this run; see results.h. */
    char folder[BENCH_PATH], stamp[32];
    FILE *samples_csv, *series_csv;

    /* Its helpers while it runs. */
    struct noise noise;
    struct child child; /* the one program that runs now */
    uint64_t random;
    char server_url[128]; /* of the photo server; "" */
    pid_t server;
    char store[BENCH_PATH]; /* where that server keeps the uploads */
};

#endif
