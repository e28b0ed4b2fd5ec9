/* One run of one program, measured and verified.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "measure.h"
#include "probe.h"
#include "results.h"

enum { SETTLE_MS = 60, IDLE_MS = 250, SERIES_MS = 10 };

/* The two readings that a run stands between. */
struct span {
    struct probe begin, end;
};

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

/* Samples length and memory until the child stands at "done". */
static int
reach_done_in_series(struct bench *bench, const struct sample *sample,
                     int64_t start_ns)
{
    struct child *child = &bench->child;
    int error = EAGAIN;

    for (int ms = 0; error == EAGAIN && ms < CHILD_LIMIT_MS; ms += SERIES_MS) {
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

    span->begin = probe_begin(child->pid);
    int error = child_go(child);
    if (!error)
        error = series ? reach_done_in_series(bench, sample, span->begin.at_ns)
                       : child_reach(child, "done");
    if (!error)
        span->end = probe_end(child->pid);
    return error;
}

/* The program stands at "ready"; only its workers can use anything.  They
 * have just been started, and get a moment to come to rest.
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

static double
percent(int64_t begin_ns, int64_t end_ns, int64_t time_ns)
{
    if (begin_ns == PROBE_NONE || end_ns == PROBE_NONE)
        return NAN;
    return 100 * (double)(end_ns - begin_ns) / (double)time_ns;
}

static double
per_second(int64_t begin, int64_t end, int64_t time_ns)
{
    return percent(begin, end, time_ns) / 100 * NS_PER_S;
}

static void
fill_from_probes(struct sample *sample, const struct span *span)
{
    const struct probe *a = &span->begin, *b = &span->end;
    int64_t ns = b->at_ns - a->at_ns,
            tasks_ns = b->tasks_at_ns - a->tasks_at_ns;
    double *v = sample->value;

    v[COLUMN_CPU_PERCENT] = percent(a->cpu_ns, b->cpu_ns, ns);
    v[COLUMN_WORKERS_CPU_PERCENT] =
        percent(a->workers_cpu_ns, b->workers_cpu_ns, tasks_ns);
    v[COLUMN_VOLUNTARY_PER_S] =
        per_second(a->voluntary, b->voluntary, tasks_ns);
    v[COLUMN_INVOLUNTARY_PER_S] =
        per_second(a->involuntary, b->involuntary, tasks_ns);
    if (b->peak_bytes != PROBE_NONE)
        v[COLUMN_PEAK_MIB] = (double)b->peak_bytes / (1 << 20);
}

static double
longest_between_stages(const struct child *child)
{
    char key[32];
    double longest = 0;

    /* The last queue holds what is done, and is no backlog. */
    for (size_t i = 0;; i++) {
        snprintf(key, sizeof(key), "queues.%zu.peak", i + 1);
        if (child_value(child, key, -1) < 0)
            return longest;
        snprintf(key, sizeof(key), "queues.%zu.peak", i);
        longest = fmax(longest, child_value(child, key, 0));
    }
}

static void
fill_from_report(struct sample *sample, const struct child *child)
{
    double *v = sample->value;

    v[COLUMN_WALL_MS] = child_value(child, "wall_ns", NAN) / NS_PER_MS;
    v[COLUMN_DELAY_P50_US] = child_value(child, "delay_p50_ns", NAN) / 1e3;
    v[COLUMN_DELAY_P90_US] = child_value(child, "delay_p90_ns", NAN) / 1e3;
    v[COLUMN_DELAY_P99_US] = child_value(child, "delay_p99_ns", NAN) / 1e3;
    v[COLUMN_DELAY_MAX_US] = child_value(child, "delay_max_ns", NAN) / 1e3;
    v[COLUMN_POLLS] = child_sum(child, "workers", "polled_count");
    v[COLUMN_EMPTY_LOOKS] = child_sum(child, "workers", "empty_looks");
    v[COLUMN_WAKEUPS] = child_sum(child, "workers", "wakeups");
    v[COLUMN_LONGEST] = longest_between_stages(child);
    v[COLUMN_FINISHED] = child_value(child, "finished", NAN);
    v[COLUMN_REFUSED] = child_value(child, "refused", NAN);
}

/* Correct before fast. */
static const char *
verify(struct bench *bench, const struct sample *sample)
{
    const struct child *child = &bench->child;
    static char text[CHILD_MESSAGE_BYTES];
    double items = child_value(child, "items", -1);

    if (!WIFEXITED(child->status) || WEXITSTATUS(child->status)) {
        snprintf(text, sizeof(text), "%.*s",
                 (int)strcspn(child->messages, "\n"), child->messages);
        return *text ? text : "did not end well";
    }
    if (items < 0 || child_value(child, "finished", -1) != items)
        return "items were lost";
    if (child_sum(child, "workers", "polled_count") !=
        child_sum(child, "workers", "work_done") *
                (!strcmp(sample->test->program, "polling")) +
            child_sum(child, "workers", "empty_looks") +
            child_sum(child, "workers", "exits"))
        return "polls are not work done + empty looks + exits";
    if (sample->scenario->check && sample->scenario->check(bench))
        return "the results are not all there";
    return NULL;
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
    char path[BENCH_PATH + 64], arguments[BENCH_PATH * 2];
    struct child *child = &bench->child;
    enum how how = sample->scenario->how;
    struct span span = {0};

    for (size_t i = 0; i < N_COLUMNS; i++)
        sample->value[i] = NAN;
    snprintf(path, sizeof(path), "%s/%s", bench->programs,
             sample->test->program);
    fill_in(bench, sample->test->arguments, arguments, sizeof(arguments));
    int error = child_start(child, path, arguments, ways[how]);
    if (!error && how != HOW_PLAIN)
        error = pass_gates(bench, sample, &span);
    child->failed |= error != 0; /* or child_finish would wait for its end */
    child_finish(child);
    sample->wrong = verify(bench, sample);
    if (!sample->wrong && error)
        sample->wrong = strerror(error);
    if (sample->wrong)
        return;
    if (how != HOW_PLAIN)
        fill_from_probes(sample, &span);
    fill_from_report(sample, child);
}
