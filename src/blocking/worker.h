/* The StoppableWorker: for each item, until the queue says the end.
 * SPDX-License-Identifier: MIT
 *
 * The right page of the pair; ../polling/worker.h is the left one.  A worker
 * is a thread that takes items from one queue, does its stage's work on each,
 * and puts them into the next queue.
 *
 *     struct worker w = {.stage = s, .options = o, .in = a, .out = b,
 *                        .crew = &n_living};
 *     error = worker_start(&w);
 *     ...
 *     queue_close(w.in);
 *     worker_join(&w);
 *
 * It says task_done for an item only after the put into the next queue, so
 * that a join on its queue means: all of it has arrived there.  There is no
 * worker_stop: the queue's close reaches every worker that waits in it.
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

    atomic_size_t n_stranded;
    /* The worker's own, to be read after worker_join: */
    struct item *stranded; /* items that it could not pass on, each failed */
    size_t work_done;
    size_t waits; /* for an item, or for room in the next queue */
    size_t wakeups;

    pthread_t thread;
    void *context; /* of the stage */
    void *item;    /* in hand; NULL when there is none */
};

/* Opens the stage and starts the thread, named stage-index.  Called by one
 * thread, as is join.  Returns 0, or the error of stage->open or
 * pthread_create, with nothing left behind.
 */
int worker_start(struct worker *w);

/* Waits for the thread to end, and closes the stage.  A worker whose thread
 * was ended from outside strands the item in its hand; the last one of its
 * crew to leave closes its queue from below, so that no thread waits for
 * it forever, and strands what is left there.
 */
void worker_join(struct worker *w);

#endif
