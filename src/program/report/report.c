/* What a run came to, in words: the slides' line first.
 * SPDX-License-Identifier: MIT
 */
#include "clock.h"
#include "report.h"
#include "program/slide.h"

struct worker_tally
report_totals(const struct report *report)
{
    struct worker_tally total = {.stage = "all"};

    for (size_t i = 0; i < report->n_workers; i++) {
        const struct worker_tally *w = &report->workers[i];
        total.polled_count += w->polled_count;
        total.work_done += w->work_done;
        total.empty_looks += w->empty_looks;
        total.exits += w->exits;
        total.waits += w->waits;
        total.wakeups += w->wakeups;
    }
    return total;
}

static double
ms(int64_t ns)
{
    return (double)ns / NS_PER_MS;
}

static void
print_delays(const struct delays *d, FILE *out)
{
    if (d->n)
        fprintf(out,
                "delay, ms: p50 %.3f  p90 %.3f  p99 %.3f  p99.9 %.3f  "
                "max %.3f  (n %zu)\n",
                ms(d->p50_ns), ms(d->p90_ns), ms(d->p99_ns), ms(d->p999_ns),
                ms(d->max_ns), d->n);
}

/* At most so many rows: a thousand workers are not a table. */
enum { ROWS = 20 };

static void
print_workers(const struct report *report, FILE *out)
{
    size_t rows = report->n_workers < ROWS ? report->n_workers : ROWS;

    fprintf(out, "%-12s %10s %10s %10s %6s %8s %8s\n", "worker", "polls",
            "work done", "empty", "exits", "waits", "wake-ups");
    for (size_t i = 0; i < rows; i++) {
        const struct worker_tally *w = &report->workers[i];
        fprintf(out, "%8.8s-%-3zu %10zu %10zu %10zu %6zu %8zu %8zu\n", w->stage,
                w->index, w->polled_count, w->work_done, w->empty_looks,
                w->exits, w->waits, w->wakeups);
    }
    if (rows < report->n_workers)
        fprintf(out, "... and %zu more\n", report->n_workers - rows);
}

static void
print_queues(const struct report *report, FILE *out)
{
    fprintf(out, "%-12s %10s %10s %10s %10s\n", "queue", "capacity", "puts",
            "gets", "longest");
    for (size_t i = 0; i < report->n_queues; i++) {
        const struct queue_tally *q = &report->queues[i];
        fprintf(out, "%-12.12s %10zu %10zu %10zu %10zu\n", q->name, q->capacity,
                q->puts, q->gets, q->peak);
    }
}

void
report_text(const struct report *report, FILE *out)
{
    struct worker_tally total = report_totals(report);

    fprintf(out, slide.line, report->n_finished, total.polled_count);
    if (report->n_failed || report->n_refused)
        fprintf(out, "%zu failed, %zu refused\n", report->n_failed,
                report->n_refused);
    if (total.polled_count)
        fprintf(out,
                "polls %zu = work done %zu + empty looks %zu + exits %zu\n",
                total.polled_count, total.work_done, total.empty_looks,
                total.exits);
    fprintf(out, "done after %.1f ms, joined after %.1f ms, %.1f ms of CPU\n",
            ms(report->wall_ns), ms(report->joined_ns), ms(report->cpu_ns));
    print_delays(&report->delays, out);
    print_workers(report, out);
    print_queues(report, out);
}
