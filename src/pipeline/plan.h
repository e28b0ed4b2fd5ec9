/* The plan of a pipeline: which stages, how many workers, how they wait.
 * SPDX-License-Identifier: MIT
 *
 * One plan serves the three pipelines; what a page has no use for, it does
 * not read.  The plan outlives the pipeline that is started from it.
 */
#ifndef DOORBELL_PLAN_H
#define DOORBELL_PLAN_H

#include <stddef.h>
#include <stdint.h>

#include "stage.h"

enum { WORKERS_MAX = 20000 };

struct plan {
    size_t n_stages; /* 1 to STAGES_MAX */
    struct stage stages[STAGES_MAX];
    struct stage_options options[STAGES_MAX]; /* each stage its own */
    size_t n_workers[STAGES_MAX]; /* at least 1 each, WORKERS_MAX in all */

    int64_t nap_ns;      /* polling: a worker's nap after an empty look */
    int64_t main_nap_ns; /* polling: main's nap between looks at the end */
    size_t capacity;     /* blocking: of the queues between stages; 0 = none */
    int64_t gather_ns;   /* blocking: the first stage's nap once woken */
};

static inline size_t
plan_n_workers(const struct plan *plan)
{
    size_t n = 0;

    for (size_t i = 0; i < plan->n_stages; i++)
        n += plan->n_workers[i];
    return n;
}

#endif
