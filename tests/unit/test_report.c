/* The report's writers: three forms of the same numbers.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "valid_json.h"
#include "program/report/report.h"
#include "test.h"

static struct worker_tally workers[] = {
    {.stage = "down\tload",
     .polled_count = 6,
     .work_done = 3,
     .empty_looks = 2,
     .exits = 1,
     .waits = 4,
     .wakeups = 5},
    {.stage = "up\"load\\\n", .index = 1, .polled_count = 10, .work_done = 10},
};
static struct queue_tally queues[] = {
    {.name = "done\x01", .capacity = 7, .puts = 13, .gets = 12, .peak = 6},
};
static const struct report report = {
    .program = "polling",
    .n_items = 13,
    .n_finished = 12,
    .n_failed = 1,
    .n_refused = 2,
    .wall_ns = 5000000,
    .cpu_ns = 1000000,
    .n_workers = ARRAY_LEN(workers),
    .workers = workers,
    .n_queues = ARRAY_LEN(queues),
    .queues = queues,
};

/* What a writer writes; the caller frees it. */
static char *
written(void (*write)(const struct report *, FILE *), const struct report *r)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    check(out, "open_memstream");
    write(r, out);
    check(!fclose(out), "fclose");
    return text;
}

static void
contains(const char *text, const char *part)
{
    check(strstr(text, part), "no '%s' in:\n%s", part, text);
}

TEST(report, json_is_json)
{
    char *text = written(report_json, &report);

    check(json_valid(text), "not JSON: %s", text);
    free(text);
}

TEST(report, json_escapes_quotes_backslashes_and_controls)
{
    char *text = written(report_json, &report);

    contains(text, "\"down\\u0009load\"");
    contains(text, "\"up\\\"load\\\\\\u000a\"");
    contains(text, "\"done\\u0001\"");
    free(text);
}

TEST(report, json_of_an_empty_report_is_json)
{
    struct report empty = {.program = "sequential"};
    char *text = written(report_json, &empty);

    check(json_valid(text), "not JSON: %s", text);
    contains(text, "\"workers\": []");
    free(text);
}

TEST(report, tsv_rows_survive_a_tab_and_a_line_feed_in_a_name)
{
    char *text = written(report_tsv, &report);
    size_t n_rows = 0;

    for (char *row = strtok(text, "\n"); row; row = strtok(NULL, "\n")) {
        char *tab = strchr(row, '\t');
        check(tab && !strchr(tab + 1, '\t'), "row %zu: '%s'", n_rows, row);
        n_rows++;
    }
    check(n_rows == 1 + 8 + 2 * 8 + 5, "%zu rows", n_rows);
    free(text);
}

TEST(report, tsv_names_each_number)
{
    char *text = written(report_tsv, &report);

    contains(text, "key\tvalue\nprogram\tpolling\nitems\t13\n");
    contains(text, "\nworkers.0.stage\tdown load\n");
    contains(text, "\nworkers.0.polled_count\t6\n");
    contains(text, "\nworkers.1.work_done\t10\n");
    contains(text, "\nqueues.0.capacity\t7\n");
    free(text);
}

TEST(report, delays_are_told_only_when_somebody_asked)
{
    struct report asked = report;
    char *text = written(report_tsv, &asked);

    check(!strstr(text, "delay"), "nobody asked: %s", text);
    free(text);
    asked.delays = (struct delays){.n = 3, .p50_ns = 1, .max_ns = 9};
    text = written(report_tsv, &asked);
    contains(text, "\ndelay_n\t3\ndelay_p50_ns\t1\n");
    contains(text, "\ndelay_max_ns\t9\n");
    free(text);
}

TEST(report, totals_are_the_sums_over_all_workers)
{
    struct worker_tally total = report_totals(&report);

    check(total.polled_count == 16, "polls %zu", total.polled_count);
    check(total.work_done == 13, "work done %zu", total.work_done);
    check(total.empty_looks == 2 && total.exits == 1, "looks and exits");
    check(total.waits == 4 && total.wakeups == 5, "waits and wake-ups");
}

TEST(report, text_shows_a_table_of_at_most_twenty_workers)
{
    static struct worker_tally many[25];
    struct report large = report;

    for (size_t i = 0; i < ARRAY_LEN(many); i++)
        many[i] = (struct worker_tally){.stage = "download", .index = i};
    large.workers = many;
    large.n_workers = ARRAY_LEN(many);
    char *text = written(report_text, &large);
    contains(text, "download-19");
    contains(text, "... and 5 more\n");
    check(!strstr(text, "download-20"), "a row too many:\n%s", text);
    free(text);
}
