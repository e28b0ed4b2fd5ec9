/* The blocking pipeline, workers and shutdown cascade, as a whole program.
 * SPDX-License-Identifier: MIT
 *
 * For the explorer: two stages, two items, and each that went in comes back
 * once, whatever fails.
 */
#include "blocking/pipeline.h"

enum { ITEMS = 2 };

static struct item *
pass_on(void *context, struct item *item)
{
    (void)context;
    return item;
}

static struct plan plan = {
    .n_stages = 2,
    .stages = {{"first", NULL, pass_on, NULL}, {"second", NULL, pass_on, NULL}},
    .n_workers = {1, 1},
    .capacity = 1,
};
static struct pipeline pipeline;
static struct item items[ITEMS];
static unsigned seen[ITEMS];

int
main(void)
{
    size_t n_fed = 0, n_back = 0;
    struct item *item;

    if (pipeline_start(&pipeline, &plan))
        return 0; /* no memory, no thread: then there is no pipeline */
    for (size_t i = 0; i < ITEMS; i++) {
        items[i].number = i;
        n_fed += pipeline_feed(&pipeline, &items[i]) == 0;
    }
    pipeline_stop(&pipeline);
    while ((item = pipeline_take(&pipeline)))
        n_back += ++seen[item->number] == 1;
    pipeline_destroy(&pipeline);
    return n_back == n_fed ? 0 : 1;
}
