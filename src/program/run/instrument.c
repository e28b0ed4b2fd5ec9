/* What a program does around each stage's work.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>

#include "clock.h"
#include "instrument.h"

/* The context of one worker: the wrapper's own, and the stage's inside it. */
struct wrapper {
    struct instrument *instrument;
    size_t index; /* of the stage */
    const struct stage *stage;
    void *context;
};

static int
open_wrapper(const struct stage_options *options, void **context)
{
    struct instrument *instrument = options->wrapped;
    struct wrapper *w = malloc(sizeof(*w));
    if (!w)
        return ENOMEM;
    *w = (struct wrapper){
        .instrument = instrument,
        .index = options->index,
        .stage = &instrument->inner.stages[options->index],
    };
    int error = stage_open(w->stage, options, &w->context);
    if (error) {
        free(w);
        return error;
    }
    *context = w;
    return 0;
}

static void
close_wrapper(void *context)
{
    struct wrapper *w = context;

    stage_close(w->stage, w->context);
    free(w);
}

static void
gauge_length(struct instrument *instrument, size_t i, size_t on_its_way)
{
    struct gauges *gauges = instrument->gauges;

    if (gauges && i < gauge_get(&gauges->n_queues))
        gauge_set(&gauges->length[i],
                  instrument->length(instrument->pipeline, i) + on_its_way);
}

static bool
told_to_fail(const struct instrument *instrument, size_t stage, size_t item)
{
    for (size_t i = 0; i < instrument->n_fails; i++)
        if (instrument->fails[i].stage == stage &&
            instrument->fails[i].item == item)
            return true;
    return false;
}

static struct item *
work_inside(struct wrapper *w, struct item *item)
{
    if (atomic_load(w->instrument->stop))
        return item_fail(item, w->stage->name, ECANCELED, "interrupted");
    if (told_to_fail(w->instrument, w->index, item->number))
        return item_fail(item, w->stage->name, EIO, "told to fail by --fail");
    return w->stage->work(w->context, item);
}

static struct item *
work_wrapped(void *context, struct item *item)
{
    struct wrapper *w = context;
    struct instrument *instrument = w->instrument;
    bool is_last = w->index + 1 == instrument->inner.n_stages;

    gauge_length(instrument, w->index, 0);
    item = work_inside(w, item);
    gauge_length(instrument, w->index + 1, 1);
    if (is_last && !item->failed_stage) {
        item->finished_ns = clock_now_ns();
        if (instrument->gauges)
            atomic_fetch_add_explicit(&instrument->gauges->n_finished, 1,
                                      memory_order_relaxed);
    }
    return item;
}

void
instrument_plan(struct instrument *instrument, struct plan *plan)
{
    instrument->inner = *plan;
    for (size_t i = 0; i < plan->n_stages; i++) {
        plan->options[i].wrapped = instrument;
        plan->stages[i].open = open_wrapper;
        plan->stages[i].work = work_wrapped;
        plan->stages[i].close = close_wrapper;
    }
}
