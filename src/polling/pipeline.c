/* Download, resize, upload, done: workers that poll, and a main that polls.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "clock.h"
#include "must.h"
#include "pipeline.h"

static const char *
queue_name(const struct plan *plan, size_t i)
{
    return i < plan->n_stages ? plan->stages[i].name : "done";
}

static int
make_queues(struct pipeline *p)
{
    for (; p->n_queues <= p->plan->n_stages; p->n_queues++) {
        size_t i = p->n_queues;
        int error = queue_init(&p->queues[i], queue_name(p->plan, i));
        if (error)
            return error;
    }
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
    w->nap_ns = p->plan->nap_ns;
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
    return pipeline_feed(p, item);
}

/* Fails the items of stages whose workers have all ended. */
static void
fail_what_is_left(struct pipeline *p)
{
    void *item;

    for (size_t i = 0; i < p->plan->n_stages; i++)
        while (!p->crews[i] && queue_get(&p->queues[i], &item) == 0) {
            struct item *left = item_fail(item, p->plan->stages[i].name, EPIPE,
                                          "no worker was left for it");
            left->next = p->left;
            p->left = left;
            p->n_left++;
        }
}

static size_t
n_arrived(struct pipeline *p)
{
    size_t n = queue_size(&p->queues[p->plan->n_stages]) + p->n_left;

    for (size_t i = 0; i < p->n_workers; i++)
        n += p->workers[i].n_stranded;
    return n;
}

void
pipeline_settle(struct pipeline *p)
{
    fail_what_is_left(p);
    while (p->n_fed && n_arrived(p) < p->n_fed) {
        clock_nap(p->plan->main_nap_ns);
        fail_what_is_left(p);
    }
}

void
pipeline_stop(struct pipeline *p)
{
    if (p->n_fed)
        pipeline_settle(p);
    p->settled_ns = clock_now_ns();
    for (size_t i = 0; i < p->n_workers; i++)
        worker_stop(&p->workers[i]);
    for (size_t i = 0; i < p->n_workers; i++)
        worker_join(&p->workers[i]);
}

struct item *
pipeline_take(struct pipeline *p)
{
    void *item;

    if (queue_get(&p->queues[p->plan->n_stages], &item) == 0)
        return item;
    for (size_t i = 0; i < p->n_workers; i++)
        if ((item = item_unlink(&p->workers[i].stranded)))
            return item;
    return item_unlink(&p->left);
}

void
pipeline_destroy(struct pipeline *p)
{
    for (size_t i = 0; i < p->n_queues; i++)
        must(queue_destroy(&p->queues[i]));
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
        .polled_count = w->polled_count,
        .work_done = w->work_done,
        .empty_looks = w->empty_looks,
        .exits = w->exits,
    };
}

struct queue_tally
pipeline_queue_tally(struct pipeline *p, size_t i)
{
    struct queue *q = &p->queues[i];

    return (struct queue_tally){
        .name = q->name,
        .puts = q->items.pushed,
        .gets = q->items.popped,
        .peak = q->items.peak,
    };
}
