/* A session: one program, explored from the first schedule to the verdict.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_COMMAND_SESSION_H
#define DOORBELL_EXPLORE_COMMAND_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "explore/oracles/fault.h"
#include "explore/engine/op.h"
#include "explore/search/search.h"

enum search_kind { SEARCH_BOUNDED, SEARCH_REDUCED, SEARCH_RANDOM, SEARCH_PCT };

struct session {
    /* What to explore: */
    void *(*root)(void *argument);
    void *argument;
    enum search_kind kind;
    int preemptions;
    uint64_t seed, n_schedules; /* of those drawn */
    unsigned depth;
    double limit_s;  /* gives up after so long; 0: never */
    uint64_t budget; /* or after so many schedules; 0: never */
    bool pairs;      /* notes which orders occur: explore/tell/pairs */
    bool strict;     /* a replay ends at a step that cannot be made */
    /* A number for what a schedule led to; NULL if they are not counted. */
    uint64_t (*outcome)(void *argument);

    /* What came of it: */
    bool complete; /* all of what the search covers was seen */
    bool careful;  /* each wait and each signal was a step */
    uint64_t n_runs, n_pruned, n_steps;
    double n_estimated; /* schedules in all, when not all were run; or 0 */
    size_t longest;
    double seconds;
    enum fault_kind fault;
    char why[400];
    struct choice *steps; /* of the schedule with the fault, or NULL */
    size_t n;
    size_t n_needed;    /* the rest of them follows from so many */
    uint64_t *outcomes; /* sorted; each once */
    size_t n_outcomes;
};

/* Runs it; a fault ends it.  session_end gives back what it took. */
void session_run(struct session *s);
void session_end(struct session *s);

/* The schedule that has just run, and why it failed, are the session's. */
void session_keep(struct session *s);

/* Runs one schedule again, as written down; the steps made are the engine's.
 */
void session_replay(const struct session *s, const struct choice *steps,
                    size_t n);

#endif
