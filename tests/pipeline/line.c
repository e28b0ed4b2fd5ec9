/* A pipeline of three stages, and the items that went into it.
 * SPDX-License-Identifier: MIT
 */
#include "clock.h"
#include "line.h"
#include "test.h"

const size_t one_each[LINE_STAGES] = {1, 1, 1};
const size_t four_three_five[LINE_STAGES] = {4, 3, 5};

void
line_init(struct line *l, size_t capacity, const size_t n_workers[LINE_STAGES])
{
    static const char *const names[LINE_STAGES] = {"download", "resize",
                                                   "upload"};

    *l = (struct line){.plan = {.n_stages = LINE_STAGES,
                                .capacity = capacity,
                                .nap_ns = 50 * NS_PER_US,
                                .main_nap_ns = 50 * NS_PER_US}};
    for (size_t i = 0; i < LINE_STAGES; i++) {
        l->plan.stages[i] =
            (struct stage){names[i], open_counted, pass_on, close_counted};
        l->plan.options[i].index = i;
        l->plan.options[i].reason = l->reasons[i];
        l->plan.n_workers[i] = n_workers[i];
    }
}

int
line_start(struct line *l)
{
    return pipeline_start(&l->pipeline, &l->plan);
}

void
line_feed(struct line *l, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        l->items[i].number = i;
        if (pipeline_feed(&l->pipeline, &l->items[i]) == 0)
            l->n_fed++;
    }
}

void
line_stop(struct line *l)
{
    struct item *item;

    pipeline_stop(&l->pipeline);
    for (; (item = pipeline_take(&l->pipeline)); l->n_back++) {
        l->n_failed += item->failed_stage != NULL;
        l->seen[item->number]++;
        check(l->seen[item->number] == 1, "item %zu came twice", item->number);
    }
    check(l->n_back == l->n_fed, "%zu went in, %zu came back", l->n_fed,
          l->n_back);
}

void
line_destroy(struct line *l)
{
    pipeline_destroy(&l->pipeline);
    check(n_opened == n_closed, "%zu stages opened, %zu closed", n_opened,
          n_closed);
}

void
line_end(struct line *l)
{
    line_stop(l);
    line_destroy(l);
}
