/* The report of a run over far queues.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "remote.h"

static void
fill_queues(struct remote *r)
{
    struct report *report = &r->run->report;
    const struct plan *plan = &r->options->plan;
    size_t n = plan->n_stages;

    report->queues = calloc(n + 1, sizeof(*report->queues));
    if (!report->queues)
        die("report: %s", strerror(ENOMEM));
    report->n_queues = n + 1;
    for (size_t i = 0; i <= n; i++)
        report->queues[i] =
            (struct queue_tally){.name = i < n ? plan->stages[i].name : "done",
                                 .capacity = i < n ? plan->capacity : 0};
    report->queues[0].puts = r->run->feed.n_fed;
    report->queues[n].gets = report->n_finished + report->n_failed;
    for (size_t i = 0; i < r->n_workers; i++) {
        size_t stage = r->workers[i].stage;
        report->queues[stage].gets += r->shared->rows[i].work_done;
        report->queues[stage + 1].puts += r->shared->rows[i].work_done;
    }
}

static void
fill_workers(struct remote *r)
{
    struct report *report = &r->run->report;

    report->n_workers = r->n_workers;
    report->workers = calloc(r->n_workers, sizeof(*report->workers));
    if (!report->workers)
        die("report: %s", strerror(ENOMEM));
    for (size_t i = 0; i < r->n_workers; i++)
        report->workers[i] = r->shared->rows[i];
}

void
remote_fill(struct remote *r)
{
    fill_workers(r);
    fill_queues(r);
}
