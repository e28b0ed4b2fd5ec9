/* Download, resize, upload, done: workers that wait, and a main that joins.
 * SPDX-License-Identifier: MIT
 *
 * The right page of the pair; ../polling/pipeline.h is the left one, and
 * ../sequential/pipeline.h the plain loop beside them.  All three offer the
 * same functions, for one thread: the program's main.
 *
 *     error = pipeline_start(&p, &plan);
 *     while (...)
 *         error = pipeline_feed(&p, item);
 *     pipeline_stop(&p);
 *     while ((item = pipeline_take(&p)))
 *         ...
 *     pipeline_destroy(&p);
 *
 * Every item that was fed is taken once, whatever happened to it.
 */
#ifndef DOORBELL_PIPELINE_H
#define DOORBELL_PIPELINE_H

#include "plan.h"
#include "queue.h"
#include "tally.h"
#include "worker.h"

struct pipeline {
    const struct plan *plan;
    struct queue queues[STAGES_MAX + 1]; /* [i] before stage i, last: done */
    size_t n_queues;
    atomic_size_t crews[STAGES_MAX]; /* how many workers live, by stage */
    struct worker *workers;          /* stage by stage */
    size_t n_workers;                /* how many were started */
    int64_t settled_ns; /* when pipeline_stop knew that all is done */
    size_t n_fed;
};

/* Makes the queues and starts the workers.  Returns 0; ENOMEM; or the error
 * of a queue, a stage's open (with plan->options[i].reason written) or
 * pthread_create: then all that had started is stopped and joined again, and
 * the pipeline is as if never started.
 */
int pipeline_start(struct pipeline *p, const struct plan *plan);

/* Puts an item before the first stage; pipeline_feed waits while that queue
 * is full, pipeline_offer returns EAGAIN instead.  They return 0, ENOMEM, or
 * EPIPE when no worker of the first stage is left: on an error the item is
 * still the caller's.
 */
int pipeline_feed(struct pipeline *p, struct item *item);
int pipeline_offer(struct pipeline *p, struct item *item);

/* Waits until all that was fed has arrived, with the threads left alive. */
void pipeline_settle(struct pipeline *p);

/* Lets all that was fed arrive, closes stage by stage, and joins the
 * workers.
 */
void pipeline_stop(struct pipeline *p);

/* After pipeline_stop: the next item, in no promised order, or NULL. */
struct item *pipeline_take(struct pipeline *p);

/* Gives back what pipeline_start took; the items are the caller's. */
void pipeline_destroy(struct pipeline *p);

/* The length of queue i now; may be called by any thread while it runs. */
size_t pipeline_length(void *pipeline, size_t i);

/* After pipeline_stop: what worker i, or queue i, counted. */
struct worker_tally pipeline_worker_tally(struct pipeline *p, size_t i);
struct queue_tally pipeline_queue_tally(struct pipeline *p, size_t i);

#endif
