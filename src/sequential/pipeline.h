/* Download, resize, upload, done: the plain loop, one item after the other.
 * SPDX-License-Identifier: MIT
 *
 * What ../polling/pipeline.h and ../blocking/pipeline.h are measured against:
 * no thread, no queue, nothing to wait for but the work itself.  The three
 * offer the same functions, for one thread: the program's main.
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

#include "deque.h"
#include "plan.h"
#include "tally.h"

struct pipeline {
    const struct plan *plan;
    void *contexts[STAGES_MAX]; /* of the stages */
    size_t n_workers;           /* how many stages are open */
    size_t n_queues;            /* always 1: what is done */
    int64_t settled_ns;         /* when pipeline_stop was called */
    struct deque done;
    size_t work_done[STAGES_MAX];
};

/* Opens the stages.  Returns 0, or the error of a stage's open (with
 * plan->options[i].reason written): then all are closed again.
 */
int pipeline_start(struct pipeline *p, const struct plan *plan);

/* Does all the work on one item at once.  Returns 0, or ENOMEM: then the
 * work is done, but the item is still the caller's.
 */
int pipeline_feed(struct pipeline *p, struct item *item);
int pipeline_offer(struct pipeline *p, struct item *item);

/* Has nothing to wait for: what was fed has arrived. */
void pipeline_settle(struct pipeline *p);

/* Closes the stages. */
void pipeline_stop(struct pipeline *p);

/* After pipeline_stop: the next item, in no promised order, or NULL. */
struct item *pipeline_take(struct pipeline *p);

/* Gives back what pipeline_start took; the items are the caller's. */
void pipeline_destroy(struct pipeline *p);

/* How many items are done (i must be 0); for the calling thread only. */
size_t pipeline_length(void *pipeline, size_t i);

/* After pipeline_stop: what stage i, or the done queue (i == 0), counted. */
struct worker_tally pipeline_worker_tally(struct pipeline *p, size_t i);
struct queue_tally pipeline_queue_tally(struct pipeline *p, size_t i);

#endif
