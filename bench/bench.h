/* The bench: what it was asked, what it has measured, where it writes.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_BENCH_H
#define DOORBELL_BENCH_BENCH_H

#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>

#include "bench/run/child/child.h"
#include "bench/contenders/field.h"
#include "bench/probe/noise.h"
#include "bench/probe/sample.h"

enum {
    BENCH_PATH = 512,
    ROUNDS_MAX = 200,
    LAID_MAX = 24,
    FAR_MAX = 4,
    FAR_URL = 120
};

/* What goes to stdout: the tables, or one of the summaries alone. */
enum format { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON, FORMAT_MARKDOWN };

/* What the instrument itself costs here; see calibrate.h. */
struct calibration {
    double clock_ns;   /* to read the clock once */
    double stamp_ns;   /* to record a sample beside that */
    double nap_p50_us; /* how long a nap of 10 ms lasts */
    double nap_p99_us;
    double burn_percent;    /* by how much the CPU probe is off at 100 ms */
    double growth_percent;  /* by how much the memory probe is off at 64 MiB */
    double naps_off;        /* switches counted beyond the naps slept, of 100 */
    double harness_percent; /* CPU of a program that waits at its gate */
    double delay_off_us;    /* by how much a known delay is misread; NAN unless
                             * asked for: it takes a second */
};

struct bench {
    /* What it was asked. */
    uint64_t rounds;         /* without the warm-up */
    bool has_default_rounds; /* --rounds was not given */
    uint64_t seed;
    const char *only[LAID_MAX]; /* names of scenarios; none = all */
    bool is_quick, is_full;
    double budget_s; /* rounds are left out rather than go beyond it */
    const char *far_urls[FAR_MAX]; /* of the reader's own servers, or NULL */
    double cpu_hour, million_requests; /* prices; 0: no money is shown */
    int limit_ms;                      /* of one run; 0: CHILD_LIMIT_MS */
    enum format format;
    char programs[BENCH_PATH]; /* the folder of the programs: build/bin */
    char results[BENCH_PATH];  /* the folder that holds all results */
    const atomic_bool *stop;

    /* The contenders that run, and the scenarios. */
    struct field field;
    struct scenario laid[LAID_MAX];
    size_t n_laid;

    /* What it has measured. */
    struct samples samples;
    struct calibration calibration;
    size_t n_runs, n_noisy;        /* program runs, over all scenarios */
    size_t n_foreign, n_throttled; /* of the noisy: why */
    int64_t start_ns;
    double guessed_s, spent_s; /* on all runs so far; see schedule.h */

    /* The files of this run; see results.h. */
    char folder[BENCH_PATH], stamp[32];
    FILE *samples_csv, *series_csv;
    int stdout_fd; /* while stdout is quiet; see format.h */

    /* Its helpers while it runs. */
    struct noise noise;
    struct child child; /* the one program that runs now */
    uint64_t random;
    char server_url[128]; /* of the photo server; "" */
    pid_t server;
    struct {
        char kind[16], url[FAR_URL];
        pid_t pid;
    } far[FAR_MAX];         /* the servers of far queues, for one run of it */
    char store[BENCH_PATH]; /* where that server keeps the uploads */
};

#endif
