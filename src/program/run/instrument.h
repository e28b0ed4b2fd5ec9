/* What a program does around each stage's work: a decorator of stages.
 * SPDX-License-Identifier: MIT
 *
 * The queues and workers know nothing of measuring.  The program replaces
 * each stage of its plan by one of the same name that looks at the stop flag,
 * fails the items that it was told to fail, calls the stage itself, stores
 * the queue's lengths into the gauges, and stamps the item as finished.
 */
#ifndef DOORBELL_PROGRAM_RUN_INSTRUMENT_H
#define DOORBELL_PROGRAM_RUN_INSTRUMENT_H

#include <stdatomic.h>

#include "gauges.h"
#include "plan.h"

enum { FAILS_MAX = 16 };

struct instrument {
    /* Set by the caller; all of it outlives the pipeline. */
    const atomic_bool *stop;
    struct gauges *gauges; /* or NULL */
    void *pipeline;        /* whose queues length(pipeline, i) measures */
    size_t (*length)(void *pipeline, size_t i);
    size_t n_fails;
    struct {
        uint64_t stage, item;
    } fails[FAILS_MAX]; /* which stage fails which item */

    struct plan inner; /* the plan as it was */
};

/* Wraps every stage of the plan.  The instrument must not move after. */
void instrument_plan(struct instrument *instrument, struct plan *plan);

#endif
