/* One run of one program, measured and verified.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "clock.h"
#include "bench/probe/fill.h"
#include "measure.h"
#include "die.h"
#include "process.h"
#include "bench/probe/probe.h"
#include "bench/probe/tree.h"
#include "bench/report/results.h"

enum { SETTLE_MS = 40, IDLE_MS = 200, SERIES_MS = 10 };

/* The readings before and after a run. */
struct span {
    struct probe begin, end;
    pid_t server;                           /* 0: none is read */
    int64_t server_begin_ns, server_end_ns; /* its CPU, and at which moments */
    int64_t server_from_ns, server_until_ns;
};

static void
begin_span(struct span *span, pid_t child)
{
    if (span->server > 0) {
        span->server_from_ns = clock_now_ns();
        span->server_begin_ns = tree_used_ns(span->server);
    }
    span->begin = probe_begin(child);
}

static void
end_span(struct span *span, pid_t child)
{
    span->end = probe_end(child);
    if (span->server > 0) {
        span->server_until_ns = clock_now_ns();
        span->server_end_ns = tree_used_ns(span->server);
    }
}

/* The case's arguments with {server} replaced by the photo server's URL. */
static void
fill_in(const struct bench *bench, const char *arguments, char *filled,
        size_t size)
{
    static const char mark[] = "{server}";
    size_t n = 0;

    while (*arguments && n + sizeof(bench->server_url) < size) {
        if (strncmp(arguments, mark, strlen(mark))) {
            filled[n++] = *arguments++;
            continue;
        }
        n = (size_t)(stpcpy(filled + n, bench->server_url) - filled);
        arguments += strlen(mark);
    }
    filled[n] = '\0';
}

/* Samples length and memory until the child is at "done". */
static int
reach_done_in_series(struct bench *bench, const struct sample *sample,
                     int64_t start_ns)
{
    struct child *child = &bench->child;
    int error = EAGAIN;

    for (int ms = 0; error == EAGAIN && ms < child->limit_ms; ms += SERIES_MS) {
        struct series_row row = {
            .sample = sample,
            .ms = (double)(clock_now_ns() - start_ns) / NS_PER_MS,
            .resident_bytes = probe_resident_bytes(child->pid),
            .fed = gauge_get(&child->gauges->n_fed),
            .finished = gauge_get(&child->gauges->n_finished),
        };
        for (size_t i = 0; i < 3; i++)
            row.length[i] = gauge_get(&child->gauges->length[i]);
        results_add_series(bench, &row);
        error = child_reach_within(child, "done", SERIES_MS);
    }
    return error == EAGAIN ? ETIMEDOUT : error;
}

static int
run_to_done(struct bench *bench, const struct sample *sample, struct span *span)
{
    struct child *child = &bench->child;
    bool series = sample->scenario->how == HOW_SERIES;

    begin_span(span, child->pid);
    int error = child_go(child);
    if (!error)
        error = series ? reach_done_in_series(bench, sample, span->begin.at_ns)
                       : child_reach(child, "done");
    if (!error)
        end_span(span, child->pid);
    return error;
}

/* The program is at "ready"; only its workers can use anything.  They have just
 * been started, and get a moment until all of them wait.
 */
static int
stand_idle(struct child *child, struct span *span)
{
    clock_nap(SETTLE_MS * NS_PER_MS);
    span->begin = probe_begin(child->pid);
    clock_nap(IDLE_MS * NS_PER_MS);
    span->end = probe_end(child->pid);
    int error = child_go(child);
    return error ? error : child_reach(child, "done");
}

static int
pass_gates(struct bench *bench, const struct sample *sample, struct span *span)
{
    struct child *child = &bench->child;
    int error = child_reach(child, "ready");

    if (!error)
        error = sample->scenario->how == HOW_IDLE
                    ? stand_idle(child, span)
                    : run_to_done(bench, sample, span);
    return error ? error : child_go(child);
}

void
measure(struct bench *bench, struct sample *sample)
{
    static const int ways[] = {[HOW_RUN] = CHILD_GATE,
                               [HOW_IDLE] = CHILD_GATE,
                               [HOW_SERIES] = CHILD_GATE | CHILD_GAUGES};
    char path[BENCH_PATH + 64], arguments[BENCH_PATH * 8];
    struct child *child = &bench->child;
    enum how how = sample->scenario->how;
    struct span span = {0};

    child->stop = bench->stop;
    child->limit_ms = bench->limit_ms;
    for (size_t i = 0; i < N_COLUMNS; i++)
        sample->value[i] = NAN;
    if (sample->scenario->server &&
        !(span.server = sample->scenario->server(bench, sample->test)))
        return;
    snprintf(path, sizeof(path), "%s/%s", bench->programs,
             sample->test->program);
    fill_in(bench, sample->test->arguments, arguments, sizeof(arguments));
    int error = child_start(child, path, arguments, ways[how]);
    if (!error && how != HOW_PLAIN)
        error = pass_gates(bench, sample, &span);
    child->failed |= error != 0; /* or child_finish would wait for its end */
    child_finish(child);
    size_t n_strays = process_end_strays(bench->server);
    if (WIFEXITED(child->status) && WEXITSTATUS(child->status) == EXIT_SKIPPED)
        return; /* a capacity that is not offered: all is n/a */
    sample->wrong = verify(bench, sample);
    if (!sample->wrong && n_strays)
        sample->wrong = "leaves a process behind";
    if (!sample->wrong && error)
        sample->wrong = strerror(error);
    if (sample->wrong)
        return;
    if (how != HOW_PLAIN)
        fill_from_probes(sample, &span.begin, &span.end);
    if (span.server > 0)
        fill_from_server(sample, span.server_begin_ns, span.server_end_ns,
                         span.server_until_ns - span.server_from_ns);
    fill_from_report(sample, child);
}
