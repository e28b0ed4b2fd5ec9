/* The summaries as files: CSV for figures, JSON for programs, Markdown.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <string.h>

#include "bench/report/advice/advice.h"
#include "bench/report/advice/answer.h"
#include "bench/probe/calibrate/calibrate.h"
#include "json.h"
#include "results.h"
#include "bench/stats/summary.h"

/* One number, with all that there is to say about it. */
struct line {
    const struct scenario *scenario;
    const struct bench_case *test;
    enum column column;
    char key[256];
    struct summary value, ratio;
};

static void
make_line(const struct bench *bench, struct line *line)
{
    const char *params = line->test->params;

    line->value = summary_of(bench, line->test, line->column);
    line->ratio =
        summary_ratio(bench, line->scenario, line->test, line->column);
    snprintf(line->key, sizeof(line->key), "%s%s%s%s.%s.%s",
             line->scenario->name, *params ? "[" : "", params,
             *params ? "]" : "", line->test->contender,
             column_names[line->column]);
}

/* Calls write for every number that there is, in the order of the bench. */
static void
for_each_line(const struct bench *bench, FILE *out,
              void (*write)(FILE *out, const struct line *line, bool is_first))
{
    bool is_first = true;

    for (size_t s = 0; s < bench->n_laid; s++)
        for (size_t i = 0; i < bench->laid[s].n_cases; i++)
            for (size_t c = 0; c < N_COLUMNS; c++) {
                struct line line = {.scenario = &bench->laid[s],
                                    .test = &bench->laid[s].cases[i],
                                    .column = (enum column)c};
                make_line(bench, &line);
                if (line.value.n == 0)
                    continue;
                write(out, &line, is_first);
                is_first = false;
            }
}

static void
put(FILE *out, double value)
{
    if (isnan(value))
        fputs(",n/a", out);
    else
        fprintf(out, ",%.6g", value);
}

static void
write_csv(FILE *out, const struct line *line, bool is_first)
{
    if (is_first)
        fputs("key,scenario,params,contender,column,n,median,low,high,"
              "interval,ratio,ratio_low,ratio_high,verdict\n",
              out);
    fprintf(out, "\"%s\",%s,\"%s\",%s,%s,%zu", line->key, line->scenario->name,
            line->test->params, line->test->contender,
            column_names[line->column], line->value.n);
    put(out, line->value.median);
    put(out, line->value.low);
    put(out, line->value.high);
    fputs(line->value.is_interval ? ",95%" : ",range", out);
    put(out, line->ratio.median);
    put(out, line->ratio.low);
    put(out, line->ratio.high);
    fprintf(out, ",%s\n", summary_verdict(line->ratio));
}

static void
put_json(FILE *out, const char *name, double value)
{
    if (isnan(value))
        fprintf(out, ", \"%s\": null", name);
    else
        fprintf(out, ", \"%s\": %.6g", name, value);
}

static void
write_json(FILE *out, const struct line *line, bool is_first)
{
    fputs(is_first ? "  {\"key\": " : ",\n  {\"key\": ", out);
    json_quote(line->key, out);
    fprintf(out, ", \"n\": %zu, \"interval\": \"%s\"", line->value.n,
            line->value.is_interval ? "95%" : "range");
    put_json(out, "median", line->value.median);
    put_json(out, "low", line->value.low);
    put_json(out, "high", line->value.high);
    put_json(out, "ratio", line->ratio.median);
    put_json(out, "ratio_low", line->ratio.low);
    put_json(out, "ratio_high", line->ratio.high);
    fputs("}", out);
}

static void
write_markdown(FILE *out, const struct line *line, bool is_first)
{
    if (is_first)
        fputs("| key | n | median | 95 % interval or (range) | ratio to the "
              "baseline | verdict |\n|---|---|---|---|---|---|\n",
              out);
    fprintf(out, "| `%s` | %zu | %.4g | %s%.4g to %.4g%s |", line->key,
            line->value.n, line->value.median,
            line->value.is_interval ? "" : "(", line->value.low,
            line->value.high, line->value.is_interval ? "" : ")");
    if (line->ratio.n)
        fprintf(out, " %.3g (%.3g to %.3g) | %s |\n", line->ratio.median,
                line->ratio.low, line->ratio.high,
                summary_verdict(line->ratio));
    else
        fputs(" | |\n", out);
}

static void
write_calibration(FILE *out, const struct bench *bench)
{
    fprintf(out,
            "\nThese are this machine's numbers, of %zu runs, %zu of them "
            "marked noisy; run them on yours.\nThe instrument, of which "
            "nothing is subtracted:\n\n```\n",
            bench->n_runs, bench->n_noisy);
    calibrate_print(&bench->calibration, out);
    fputs("```\n", out);
}

static void
write_answer(const struct bench *bench, FILE *out)
{
    fputs("```\n", out);
    answer_print(bench, out);
    fputs("```\n\n", out);
}

void
summary_write(const struct bench *bench)
{
    FILE *csv = results_open(bench, "summary.csv");
    FILE *json = results_open(bench, "summary.json");
    FILE *markdown = results_open(bench, "summary.md");

    for_each_line(bench, csv, write_csv);
    fputs("{\"doorbell\": \"" VERSION "\",\n", json);
    advice_write_json(bench, json);
    fputs(",\n\"numbers\": [\n", json);
    for_each_line(bench, json, write_json);
    fputs("\n]}\n", json);
    write_answer(bench, markdown);
    for_each_line(bench, markdown, write_markdown);
    write_calibration(markdown, bench);
    results_close(csv, "summary.csv");
    results_close(json, "summary.json");
    results_close(markdown, "summary.md");
}
