/* Download, resize, upload, done: the plain loop, one item after the other.
 * SPDX-License-Identifier: MIT
 */
#include "clock.h"
#include "pipeline.h"

int
pipeline_start(struct pipeline *p, const struct plan *plan)
{
    *p = (struct pipeline){.plan = plan, .n_queues = 1};
    for (; p->n_workers < plan->n_stages; p->n_workers++) {
        size_t i = p->n_workers;
        int error =
            stage_open(&plan->stages[i], &plan->options[i], &p->contexts[i]);
        if (error) {
            pipeline_stop(p);
            return error;
        }
    }
    return 0;
}

int
pipeline_feed(struct pipeline *p, struct item *item)
{
    for (size_t i = 0; i < p->plan->n_stages; i++) {
        item = stage_work(&p->plan->stages[i], p->contexts[i], item);
        p->work_done[i]++;
    }
    return deque_push(&p->done, item);
}

int
pipeline_offer(struct pipeline *p, struct item *item)
{
    return pipeline_feed(p, item);
}

void
pipeline_settle(struct pipeline *p)
{
    (void)p;
}

void
pipeline_stop(struct pipeline *p)
{
    p->settled_ns = clock_now_ns();
    for (size_t i = 0; i < p->n_workers; i++)
        stage_close(&p->plan->stages[i], p->contexts[i]);
}

struct item *
pipeline_take(struct pipeline *p)
{
    void *item;

    return deque_pop(&p->done, &item) ? item : NULL;
}

void
pipeline_destroy(struct pipeline *p)
{
    deque_destroy(&p->done);
}

size_t
pipeline_length(void *pipeline, size_t i)
{
    struct pipeline *p = pipeline;

    return i == 0 ? p->done.size : 0;
}

struct worker_tally
pipeline_worker_tally(struct pipeline *p, size_t i)
{
    return (struct worker_tally){
        .stage = p->plan->stages[i].name,
        .work_done = p->work_done[i],
    };
}

struct queue_tally
pipeline_queue_tally(struct pipeline *p, size_t i)
{
    (void)i;
    return (struct queue_tally){
        .name = "done",
        .puts = p->done.pushed,
        .gets = p->done.popped,
        .peak = p->done.peak,
    };
}
