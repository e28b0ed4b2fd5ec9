/* Far: the parts of the scenario about queues on another machine.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_SCENARIOS_FAR_FAR_H
#define DOORBELL_BENCH_SCENARIOS_FAR_FAR_H

#include "bench/bench.h"

struct far_kind {
    const char *kind, *title, *put; /* what an answered put is */
};

/* The engines, in the order of the tables; NULL as the kind at the end. */
extern const struct far_kind far_kinds[FAR_MAX + 1];

/* Starts the servers, finds the one of a case, ends them. */
const char *far_servers_why_not(struct bench *bench);
const char *far_servers_begin(struct bench *bench);
pid_t far_servers_of(struct bench *bench, const struct bench_case *test);
void far_servers_end(struct bench *bench);

/* The case of an engine with these parameters, or NULL. */
const struct bench_case *far_find(const struct scenario *far,
                                  const char *params, const char *engine,
                                  const char *way);

/* Whether the engine's cases were run. */
bool far_was_run(const struct bench *bench, const struct scenario *far,
                 const char *engine);

void far_table(const struct bench *bench, const struct scenario *far);
void far_words(const struct bench *bench, const struct scenario *far);
void far_words_wire(const struct bench *bench, const struct scenario *far,
                    const char *engine);

#endif
