/* The naive worker: it looks, and when there is nothing it naps and looks.
 * SPDX-License-Identifier: MIT
 *
 * The left page of the pair; ../blocking/worker.h is the right one.  A worker
 * is a thread that takes items from one queue, does its stage's work on each,
 * and puts them into the next queue.
 *
 *     struct worker w = {.stage = s, .options = o, .in = a, .out = b,
 *                        .crew = &n_living, .nap_ns = 10 * NS_PER_MS};
 *     error = worker_start(&w);
 *     ...
 *     worker_stop(&w);
 *     worker_join(&w);
 *
 * After worker_join, polled_count == work_done + empty_looks + exits, exactly:
 * each poll is counted before it looks, and ends in one of three ways.
 */
#ifndef DOORBELL_WORKER_H
#define DOORBELL_WORKER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "item.h"
#include "queue.h"
#include "stage.h"

struct worker {
    /* Set by the caller before worker_start; all of it outlives the worker. */
    const struct stage *stage;
    const struct stage_options *options;
    struct queue *in, *out;
    size_t index;        /* among the workers of its stage, for its name */
    atomic_size_t *crew; /* how many workers of its stage are alive */
    atomic_llong nap_ns; /* after an empty look; may change meanwhile */

    atomic_bool stopping;
    atomic_size_t n_stranded;
    /* The worker's own, to be read after worker_join: */
    struct item *stranded; /* items that it could not pass on, each failed */
    size_t polled_count;
    size_t work_done;
    size_t empty_looks;
    size_t exits;

    pthread_t thread;
    void *context; /* of the stage */
    void *item;    /* in hand; NULL when there is none */
};

/* Opens the stage and starts the thread, named stage-index.  Called by one
 * thread, as are stop and join.  Returns 0, or the error of stage->open or
 * pthread_create, with nothing left behind.
 */
int worker_start(struct worker *w);

/* Tells the worker to end at its next look.  Does not wait: it naps on for
 * up to nap_ns first, and items that are still in the queue stay there.
 */
static inline void
worker_stop(struct worker *w)
{
    atomic_store(&w->stopping, true);
}

/* Waits for the thread to end, and closes the stage. */
void worker_join(struct worker *w);

#endif
