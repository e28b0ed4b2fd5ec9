/* A scenario: one question, and the program runs that answer it.
 * SPDX-License-Identifier: MIT
 *
 * A scenario has cases of its own (programs of the pair), or settings, each of
 * which becomes a case for every contender of the field; or both.  See
 * layout.h.
 */
#ifndef DOORBELL_BENCH_SCENARIOS_SCENARIO_H
#define DOORBELL_BENCH_SCENARIOS_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "contender.h"

/* One thing to run, again and again.  Its measured numbers are named
 * scenario[params].contender.column: keys that lessons and figures use.
 */
struct bench_case {
    const char *params;    /* "workers=10", or "" */
    const char *contender; /* "nap-10ms" */
    const char *program;   /* of build/bin */
    const char *arguments; /* parted by blanks, \ before one that does not
                            * part; {server} is replaced */
};

/* What the rig is told besides the contender. */
struct setting {
    const char *params;
    const char *title;      /* "100 items a second": over its part of a table */
    const char *arguments;  /* of build/bin/rig */
    const char *regime;     /* "mostly idle": recommended for, or NULL */
    unsigned needs;         /* traits without which a contender is n/a */
    int64_t longest_nap_ns; /* a longer nap would take too long: n/a */
    unsigned ms;            /* of a run; 0: as the scenario's others */
    long n_cores;           /* without so many it is n/a for all */
    bool only_full;         /* too long for a default run */
};

enum how {
    HOW_PLAIN,  /* without gates, as a user runs it; costs from its report */
    HOW_RUN,    /* from the gate "ready" to the gate "done" */
    HOW_IDLE,   /* standing still at "ready" for a while */
    HOW_SERIES, /* as HOW_RUN, with length and memory sampled meanwhile */
};

struct bench;

/* What a case of a scenario with many of them takes, and that it runs in each
 * n-th round only, or in none if that is 0 (in each one of a --full run).
 */
struct pace {
    unsigned ms, every;
};

enum { SHOWN_MAX = 5 };

struct scenario {
    const char *name;
    const char *question;
    enum how how;
    const char *baseline; /* the contender that ratios are taken to */
    unsigned case_ms;     /* about how long one run takes, for the plan */
    bool is_slow;         /* half the rounds do; not in a quick run */
    bool decides;         /* the advice rests on it: it gets 6 rounds at least
                           * where so many were asked for, and 12 by default */
    bool is_extra;        /* only run when it is named, or all of them are */
    bool without_pair;    /* settings: the pair is among the cases already */
    size_t n_cases;
    const struct bench_case *cases;
    size_t n_settings;
    const struct setting *settings;
    /* Whether this machine can run it; NULL = always.  Else begin and end
     * are called around its rounds, and check verifies each run (0 = right).
     */
    const char *(*why_not)(struct bench *bench);
    const char *(*begin)(struct bench *bench); /* NULL, or why it cannot */
    int (*check)(struct bench *bench);
    void (*end)(struct bench *bench);
    /* NULL: every case takes case_ms and runs in each round. */
    struct pace (*pace)(const struct bench_case *test);
    /* Readies the server that the case is about, sets {server}, and returns its
     * process, whose tree is read beside the program; 0: the case is n/a, below
     * 0: it needs no server.  NULL: no server is read.
     */
    pid_t (*server)(struct bench *bench, const struct bench_case *test);
    unsigned budget_s; /* by default, when it is named; 0: as all */
    /* Its part of the table; NULL has none but that of the contenders. */
    void (*print)(const struct bench *bench, const struct scenario *scenario);
    size_t n_shown; /* the columns of the contenders' table, and of the
                     * intervals below it */
    int shown[SHOWN_MAX];
};

extern const struct scenario scenario_burst, scenario_work, scenario_idle,
    scenario_memory, scenario_images, scenario_latency, scenario_pingpong,
    scenario_throughput, scenario_shutdown, scenario_neighbour,
    scenario_oversubscribed, scenario_pipeline, scenario_naps, scenario_control,
    scenario_far;

/* All of them, in the order in which they run; NULL at the end. */
extern const struct scenario *const scenarios[];

#endif
