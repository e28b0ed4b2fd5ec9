/* One run of a pipeline, from the options to the report.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "die.h"
#include "gate.h"
#include "run.h"

enum { COMPLAINTS = 10 };

/* A setting that a stage refuses is bad usage; the rest is bad luck. */
static void
start(struct run *run, const struct options *o)
{
    int error = pipeline_start(&run->pipeline, &o->plan);

    if (error == EINVAL && *run->reason)
        die_usage("%s", run->reason);
    if (error && *run->reason)
        die("cannot start: %s", run->reason);
    if (error)
        die("cannot start %zu workers: %s", plan_n_workers(&o->plan),
            strerror(error));
    if (o->instrument.gauges)
        gauge_set(&o->instrument.gauges->n_queues, run->pipeline.n_queues);
}

/* In the plain loop a stage's pthread_exit ends the main thread, and with the
 * last thread the process, with 0.
 */
static void
main_ended(void *nothing)
{
    (void)nothing;
    warn_line("a stage ended the main thread");
    _Exit(EXIT_FAILED);
}

static int
put(void *pipeline, struct item *item, bool refuse)
{
    return refuse ? pipeline_offer(pipeline, item)
                  : pipeline_feed(pipeline, item);
}

static void
feed(struct run *run, const struct options *o, const atomic_bool *stop)
{
    pthread_cleanup_push(main_ended, NULL);
    feed_run(&run->feed, o, stop);
    pthread_cleanup_pop(0);
}

void
run_pipeline(struct run *run, const struct options *o, const atomic_bool *stop)
{
    struct pipeline *p = &run->pipeline;
    int64_t settled_ns = 0, at_gate_ns = 0;

    feed_init(&run->feed, o->n_items);
    run->feed.to = p;
    run->feed.put = put;
    run->feed.length = pipeline_length;
    start(run, o);
    gate_pass(o->gate_fd, "ready");
    int64_t cpu_ns = clock_process_cpu_ns();
    int64_t start_ns = clock_now_ns();
    feed(run, o, stop);
    if (o->gate_fd != GATE_NONE) {
        pipeline_settle(p);
        settled_ns = clock_now_ns();
        gate_pass(o->gate_fd, "done");
        at_gate_ns = clock_now_ns() - settled_ns;
    }
    pipeline_stop(p);
    run->report.joined_ns = clock_now_ns() - start_ns - at_gate_ns;
    run->report.wall_ns = (settled_ns ? settled_ns : p->settled_ns) - start_ns;
    run->report.cpu_ns = clock_process_cpu_ns() - cpu_ns;
}

void
run_complain(const struct run *run)
{
    size_t n = 0;

    for (uint64_t i = 0; i < run->feed.n_items && n < COMPLAINTS; i++) {
        const struct item *item = &run->feed.items[i];
        if (!item->failed_stage)
            continue;
        warn_line("item %zu: %s: %s", item->number, item->failed_stage,
                  item->reason);
        n++;
    }
    if (run->report.n_failed > n)
        warn_line("and %zu more failed", run->report.n_failed - n);
}

void
run_free(struct run *run)
{
    feed_free(&run->feed);
    free(run->report.workers);
    free(run->report.queues);
    pipeline_destroy(&run->pipeline);
}
