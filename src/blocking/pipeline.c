/* Download, resize, upload, done: workers that wait, and a main that joins.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "clock.h"
#include "closing.h"
#include "must.h"
#include "pipeline.h"
#include "tasks.h"
#include "timed.h"

static const char *
queue_name(const struct plan *plan, size_t i)
{
    return i < plan->n_stages ? plan->stages[i].name : "done";
}

/* The queue behind the last stage is unbounded: main takes from it only when
 * all is done.
 */
static size_t
queue_capacity(const struct plan *plan, size_t i)
{
    return i < plan->n_stages ? plan->capacity : 0;
}

static int
make_queues(struct pipeline *p)
{
    for (; p->n_queues <= p->plan->n_stages; p->n_queues++) {
        size_t i = p->n_queues;
        int error = queue_init(&p->queues[i], queue_name(p->plan, i),
                               queue_capacity(p->plan, i));
        if (error)
            return error;
    }
    p->queues[0].gather_ns = p->plan->gather_ns;
    return 0;
}

static int
start_worker(struct pipeline *p, size_t stage, size_t index)
{
    struct worker *w = &p->workers[p->n_workers];

    w->stage = &p->plan->stages[stage];
    w->options = &p->plan->options[stage];
    w->in = &p->queues[stage];
    w->out = &p->queues[stage + 1];
    w->index = index;
    w->crew = &p->crews[stage];
    int error = worker_start(w);
    p->n_workers += !error;
    return error;
}

static int
start_workers(struct pipeline *p)
{
    p->workers = calloc(plan_n_workers(p->plan), sizeof(*p->workers));
    if (!p->workers)
        return ENOMEM;
    for (size_t stage = 0; stage < p->plan->n_stages; stage++)
        for (size_t i = 0; i < p->plan->n_workers[stage]; i++) {
            int error = start_worker(p, stage, i);
            if (error)
                return error;
        }
    return 0;
}

int
pipeline_start(struct pipeline *p, const struct plan *plan)
{
    *p = (struct pipeline){.plan = plan};
    int error = make_queues(p);
    if (!error)
        error = start_workers(p);
    if (error) {
        pipeline_stop(p);
        pipeline_destroy(p);
    }
    return error;
}

int
pipeline_feed(struct pipeline *p, struct item *item)
{
    int error = queue_put(&p->queues[0], item);

    p->n_fed += !error;
    return error;
}

int
pipeline_offer(struct pipeline *p, struct item *item)
{
    int error = queue_try_put(&p->queues[0], item);

    p->n_fed += !error;
    return error;
}

/* Stage by stage: a worker says task_done after its put into the next queue,
 * so what has left one queue for good has arrived in the next.
 */
void
pipeline_settle(struct pipeline *p)
{
    for (size_t i = 0; i < p->plan->n_stages; i++)
        queue_join(&p->queues[i]);
}

/* The shutdown cascade.  A stage is closed only when no thread puts into it any
 * more: once the stage before it has been joined.
 */
void
pipeline_stop(struct pipeline *p)
{
    for (size_t i = 0; i + 1 < p->n_queues; i++) {
        queue_close(&p->queues[i]);
        queue_join(&p->queues[i]);
    }
    p->settled_ns = clock_now_ns();
    for (size_t i = 0; i < p->n_workers; i++)
        worker_join(&p->workers[i]);
}

struct item *
pipeline_take(struct pipeline *p)
{
    void *item;

    if (queue_try_get(&p->queues[p->plan->n_stages], &item) == 0)
        return item;
    for (size_t i = 0; i < p->n_workers; i++)
        if ((item = item_unlink(&p->workers[i].stranded)))
            return item;
    return NULL;
}

void
pipeline_destroy(struct pipeline *p)
{
    for (size_t i = 0; i < p->n_queues; i++) {
        queue_close_drop(&p->queues[i], NULL, NULL);
        must(queue_destroy(&p->queues[i]));
    }
    free(p->workers);
    *p = (struct pipeline){0};
}

size_t
pipeline_length(void *pipeline, size_t i)
{
    struct pipeline *p = pipeline;

    return queue_size(&p->queues[i]);
}

struct worker_tally
pipeline_worker_tally(struct pipeline *p, size_t i)
{
    struct worker *w = &p->workers[i];

    return (struct worker_tally){
        .stage = w->stage->name,
        .index = w->index,
        .work_done = w->work_done,
        .waits = w->waits,
        .wakeups = w->wakeups,
    };
}

struct queue_tally
pipeline_queue_tally(struct pipeline *p, size_t i)
{
    struct queue *q = &p->queues[i];

    return (struct queue_tally){
        .name = q->name,
        .capacity = q->capacity,
        .puts = q->items.pushed,
        .gets = q->items.popped,
        .peak = q->items.peak,
    };
}
