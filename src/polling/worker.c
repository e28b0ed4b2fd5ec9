/* The naive worker: it looks, and when there is nothing it naps and looks.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "clock.h"
#include "leave.h"
#include "must.h"
#include "thread.h"
#include "worker.h"

static void
hand_on(struct worker *w)
{
    int error = queue_put(w->out, w->item);

    if (error)
        worker_strand(w, w->item, error, "cannot be passed on");
    w->item = NULL;
}

static void *
run(void *argument)
{
    struct worker *w = argument;

    pthread_cleanup_push(worker_leave, w);
    for (;;) {
        w->polled_count++;
        if (atomic_load(&w->stopping))
            break;
        if (queue_get(w->in, &w->item) == EAGAIN) {
            w->empty_looks++;
            clock_nap(w->nap_ns);
            continue;
        }
        w->item = stage_work(w->stage, w->context, w->item);
        hand_on(w);
        w->work_done++;
    }
    w->exits++;
    pthread_cleanup_pop(1);
    return NULL;
}

int
worker_start(struct worker *w)
{
    int error = stage_open(w->stage, w->options, &w->context);

    if (error)
        return error;
    atomic_fetch_add(w->crew, 1);
    error = thread_start(&w->thread, w->stage->name, w->index, run, w);
    if (error) {
        atomic_fetch_sub(w->crew, 1);
        stage_close(w->stage, w->context);
    }
    return error;
}

void
worker_join(struct worker *w)
{
    must(pthread_join(w->thread, NULL));
    stage_close(w->stage, w->context);
}
