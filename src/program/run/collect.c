/* Takes every item back, counts, and fills the report.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "percentile.h"
#include "run.h"

static void *
allocate(size_t n, size_t size)
{
    void *memory = calloc(n ? n : 1, size);

    if (!memory)
        die("report: %s", strerror(ENOMEM));
    return memory;
}

/* Nothing lost, nothing twice: each number comes back once, or never. */
static void
take_items(struct run *run)
{
    struct report *report = &run->report;
    char *seen = allocate(run->feed.n_items, 1);
    struct item *item;

    while ((item = pipeline_take(&run->pipeline))) {
        if (seen[item->number]++)
            die("item %zu came twice", item->number);
        if (item->failed_stage)
            report->n_failed++;
        else
            report->n_finished++;
    }
    free(seen);
    size_t n_back = report->n_finished + report->n_failed;
    if (n_back != run->feed.n_fed)
        die("%llu items went in, %zu came back",
            (unsigned long long)run->feed.n_fed, n_back);
}

static void
summarize_delays(struct delays *delays, const struct feed *feed)
{
    int64_t *ns = allocate(feed->n_items, sizeof(*ns));
    size_t n = 0;

    for (uint64_t i = 0; i < feed->n_items; i++) {
        const struct item *item = &feed->items[i];
        if (item->finished_ns)
            ns[n++] = item->finished_ns - item->scheduled_ns;
    }
    percentile_sort(ns, n);
    if (n)
        *delays = (struct delays){
            .n = n,
            .p50_ns = percentile(ns, n, 50),
            .p90_ns = percentile(ns, n, 90),
            .p99_ns = percentile(ns, n, 99),
            .p999_ns = percentile(ns, n, 99.9),
            .max_ns = ns[n - 1],
        };
    free(ns);
}

void
run_summarize(struct run *run, const struct options *options)
{
    struct report *report = &run->report;

    report->n_failed += run->feed.n_failed;
    report->n_items = run->feed.n_fed + run->feed.n_failed;
    report->n_refused = run->feed.n_refused;
    if (options->delays)
        summarize_delays(&report->delays, &run->feed);
}

void
run_collect(struct run *run, const struct options *options)
{
    struct report *report = &run->report;
    struct pipeline *p = &run->pipeline;

    report->n_workers = p->n_workers;
    report->workers = allocate(p->n_workers, sizeof(*report->workers));
    for (size_t i = 0; i < p->n_workers; i++)
        report->workers[i] = pipeline_worker_tally(p, i);
    take_items(run);
    report->n_queues = p->n_queues;
    report->queues = allocate(p->n_queues, sizeof(*report->queues));
    for (size_t i = 0; i < p->n_queues; i++)
        report->queues[i] = pipeline_queue_tally(p, i);
    run_summarize(run, options);
}
