/* A scenario: one question, and the program runs that answer it.
 * SPDX-License-Identifier: MIT
 */
#ifndef SCENARIO_H
#define SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

/* One thing to run, again and again.  Its measured numbers are named
 * scenario[params].contender.column: keys that lessons and figures use.
 */
struct bench_case {
    const char *params;    /* "workers=10", or "" */
    const char *contender; /* "nap-10ms" */
    const char *program;   /* of build/bin */
    const char *arguments; /* parted by single blanks; {server} is replaced */
};

enum how {
    HOW_PLAIN,  /* without gates, as a user runs it; costs from its report */
    HOW_RUN,    /* from the gate "ready" to the gate "done" */
    HOW_IDLE,   /* standing still at "ready" for a while */
    HOW_SERIES, /* as HOW_RUN, with length and memory sampled meanwhile */
};

struct bench;

enum { SHOWN_MAX = 4 };

struct scenario {
    const char *name;
    const char *question;
    enum how how;
    const char *baseline; /* the contender that ratios are taken to */
    bool is_slow;         /* half the rounds do */
    bool is_extra;        /* only run when it is named */
    size_t n_cases;
    const struct bench_case *cases;
    /* Whether this machine can run it; NULL = always.  Else begin and end
     * stand around its rounds, and check verifies each run (0 = right).
     */
    const char *(*why_not)(struct bench *bench);
    const char *(*begin)(struct bench *bench); /* NULL, or why it cannot */
    int (*check)(struct bench *bench);
    void (*end)(struct bench *bench);
    void (*print)(const struct bench *bench); /* its part of the table */
    size_t n_shown; /* the columns of that, for the intervals below it */
    int shown[SHOWN_MAX];
};

extern const struct scenario scenario_burst, scenario_work, scenario_idle,
    scenario_memory, scenario_images, scenario_latency, scenario_pingpong;

/* All of them, in the order in which they run; NULL at the end. */
extern const struct scenario *const scenarios[];

#endif
