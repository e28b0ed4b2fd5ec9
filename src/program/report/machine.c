/* What a run came to, for machines: TSV and JSON.
 * SPDX-License-Identifier: MIT
 *
 * Both say the same numbers under the same names, so one walk over the report
 * serves both, and a writer knows how its format nests and quotes.
 */
#include <inttypes.h>

#include "json.h"
#include "report.h"

struct writer {
    FILE *out;
    const char *list; /* the list that is open: "workers"; NULL at the top */
    size_t row;       /* of the list */
    int json;
    int is_first; /* no comma before the next value */
};

static void
name(struct writer *w, const char *key)
{
    if (w->json)
        fprintf(w->out, "%s\"%s\": ", w->is_first ? "" : ", ", key);
    else if (w->list)
        fprintf(w->out, "%s.%zu.%s\t", w->list, w->row, key);
    else
        fprintf(w->out, "%s\t", key);
    w->is_first = 0;
}

static void
number(struct writer *w, const char *key, int64_t value)
{
    name(w, key);
    fprintf(w->out, "%" PRId64 "%s", value, w->json ? "" : "\n");
}

/* A name with a tab or a line feed in it must not break a row. */
static void
word(struct writer *w, const char *key, const char *value)
{
    name(w, key);
    if (w->json) {
        json_quote(value, w->out);
        return;
    }
    for (const char *c = value ? value : ""; *c; c++)
        fputc((unsigned char)*c < 0x20 ? ' ' : *c, w->out);
    fputc('\n', w->out);
}

static void
open_list(struct writer *w, const char *list)
{
    if (w->json) {
        name(w, list);
        fputs("[", w->out);
    }
    w->list = list;
}

static void
open_row(struct writer *w, size_t row)
{
    w->row = row;
    w->is_first = 1;
    if (w->json)
        fputs(row ? "},\n  {" : "\n  {", w->out);
}

static void
close_list(struct writer *w, size_t n_rows)
{
    w->list = NULL;
    w->is_first = 0;
    if (w->json)
        fputs(n_rows ? "}]" : "]", w->out);
}

static void
write_delays(struct writer *w, const struct delays *d)
{
    if (!d->n)
        return;
    number(w, "delay_n", (int64_t)d->n);
    number(w, "delay_p50_ns", d->p50_ns);
    number(w, "delay_p90_ns", d->p90_ns);
    number(w, "delay_p99_ns", d->p99_ns);
    number(w, "delay_p999_ns", d->p999_ns);
    number(w, "delay_max_ns", d->max_ns);
}

static void
write_workers(struct writer *w, const struct report *report)
{
    open_list(w, "workers");
    for (size_t i = 0; i < report->n_workers; i++) {
        const struct worker_tally *t = &report->workers[i];
        open_row(w, i);
        word(w, "stage", t->stage);
        number(w, "index", (int64_t)t->index);
        number(w, "polled_count", (int64_t)t->polled_count);
        number(w, "work_done", (int64_t)t->work_done);
        number(w, "empty_looks", (int64_t)t->empty_looks);
        number(w, "exits", (int64_t)t->exits);
        number(w, "waits", (int64_t)t->waits);
        number(w, "wakeups", (int64_t)t->wakeups);
    }
    close_list(w, report->n_workers);
}

static void
write_queues(struct writer *w, const struct report *report)
{
    open_list(w, "queues");
    for (size_t i = 0; i < report->n_queues; i++) {
        const struct queue_tally *t = &report->queues[i];
        open_row(w, i);
        word(w, "name", t->name);
        number(w, "capacity", (int64_t)t->capacity);
        number(w, "puts", (int64_t)t->puts);
        number(w, "gets", (int64_t)t->gets);
        number(w, "peak", (int64_t)t->peak);
    }
    close_list(w, report->n_queues);
}

static void
write_report(struct writer *w, const struct report *report)
{
    word(w, "program", report->program);
    number(w, "items", (int64_t)report->n_items);
    number(w, "finished", (int64_t)report->n_finished);
    number(w, "failed", (int64_t)report->n_failed);
    number(w, "refused", (int64_t)report->n_refused);
    number(w, "wall_ns", report->wall_ns);
    number(w, "joined_ns", report->joined_ns);
    number(w, "cpu_ns", report->cpu_ns);
    write_delays(w, &report->delays);
    write_workers(w, report);
    write_queues(w, report);
}

void
report_tsv(const struct report *report, FILE *out)
{
    struct writer w = {.out = out};

    fputs("key\tvalue\n", out);
    write_report(&w, report);
}

void
report_json(const struct report *report, FILE *out)
{
    struct writer w = {.out = out, .json = 1, .is_first = 1};

    fputs("{", out);
    write_report(&w, report);
    fputs("}\n", out);
}
