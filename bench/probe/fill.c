/* Turns readings and a report into the columns of a sample, once it is right.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "array_len.h"
#include "clock.h"
#include "fill.h"
#include "process.h"

enum { RIG_KIB = 256 << 10, ITEM_BYTES = 64 };

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

void
fill_from_probes(struct sample *sample, const struct probe *a,
                 const struct probe *b)
{
    int64_t ns = b->at_ns - a->at_ns,
            tasks_ns = b->tasks_at_ns - a->tasks_at_ns;
    double *v = sample->value;

    v[COLUMN_CPU_PERCENT] = percent(a->cpu_ns, b->cpu_ns, ns);
    v[COLUMN_WORKERS_CPU_PERCENT] =
        percent(a->workers_cpu_ns, b->workers_cpu_ns, tasks_ns);
    v[COLUMN_PUTTER_CPU_PERCENT] =
        v[COLUMN_CPU_PERCENT] - v[COLUMN_WORKERS_CPU_PERCENT];
    v[COLUMN_VOLUNTARY_PER_S] =
        per_second(a->voluntary, b->voluntary, tasks_ns);
    v[COLUMN_INVOLUNTARY_PER_S] =
        per_second(a->involuntary, b->involuntary, tasks_ns);
    if (b->peak_bytes != PROBE_NONE)
        v[COLUMN_PEAK_MIB] = (double)b->peak_bytes / (1 << 20);
}

void
fill_from_server(struct sample *sample, int64_t begin_ns, int64_t end_ns,
                 int64_t time_ns)
{
    double *v = sample->value;

    v[COLUMN_SERVER_CPU_PERCENT] =
        end_ns < begin_ns ? NAN : percent(begin_ns, end_ns, time_ns);
    v[COLUMN_BOTH_CPU_PERCENT] =
        v[COLUMN_SERVER_CPU_PERCENT] + v[COLUMN_WORKERS_CPU_PERCENT];
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

/* Over the workers of a program of the pair, or what the rig counted, by its
 * own name for it; not measured is n/a, never 0.
 */
static double
sum_over_workers(const struct child *child, const char *key, const char *rigs)
{
    char first[48];

    snprintf(first, sizeof(first), "workers.0.%s", key);
    if (!isnan(child_value(child, first, NAN)))
        return child_sum(child, "workers", key);
    return rigs ? child_value(child, rigs, NAN) : NAN;
}

/* What the program counted that loads a queue on another machine. */
static void
fill_far(double *v, const struct child *child)
{
    double bytes = child_value(child, "sent_bytes", NAN) +
                   child_value(child, "got_bytes", NAN);

    v[COLUMN_COMMANDS_PER_S] =
        child_value(child, "commands", NAN) / v[COLUMN_WALL_MS] * 1e3;
    v[COLUMN_BYTES_PER_HOUR] = bytes / v[COLUMN_WALL_MS] * 3600e3;
    if (v[COLUMN_FINISHED] <= 0)
        return;
    v[COLUMN_LOOKS_PER_ITEM] =
        child_value(child, "looks", NAN) / v[COLUMN_FINISHED];
    v[COLUMN_TRIPS_PER_ITEM] =
        child_value(child, "trips", NAN) / v[COLUMN_FINISHED];
    v[COLUMN_BYTES_PER_ITEM] = bytes / v[COLUMN_FINISHED];
}

void
fill_from_report(struct sample *sample, const struct child *child)
{
    static const struct {
        enum column column;
        const char *key;
    } delays[] = {
        {COLUMN_DELAY_P10_US, "delay_p10_ns"},
        {COLUMN_DELAY_P25_US, "delay_p25_ns"},
        {COLUMN_DELAY_P50_US, "delay_p50_ns"},
        {COLUMN_DELAY_P75_US, "delay_p75_ns"},
        {COLUMN_DELAY_P90_US, "delay_p90_ns"},
        {COLUMN_DELAY_P99_US, "delay_p99_ns"},
        {COLUMN_DELAY_P999_US, "delay_p999_ns"},
        {COLUMN_DELAY_MAX_US, "delay_max_ns"},
        {COLUMN_LATE_P50_US, "late_p50_ns"},
        {COLUMN_LATE_P90_US, "late_p90_ns"},
        {COLUMN_LATE_P99_US, "late_p99_ns"},
        {COLUMN_NOTICE_P50_US, "notice_p50_ns"},
        {COLUMN_NOTICE_P90_US, "notice_p90_ns"},
        {COLUMN_NOTICE_P99_US, "notice_p99_ns"},
        {COLUMN_SHUTDOWN_US, "shutdown_ns"},
    };
    double *v = sample->value;

    v[COLUMN_WALL_MS] = child_value(child, "wall_ns", NAN) / NS_PER_MS;
    for (size_t i = 0; i < ARRAY_LEN(delays); i++)
        v[delays[i].column] = child_value(child, delays[i].key, NAN) / 1e3;
    v[COLUMN_POLLS] = sum_over_workers(child, "polled_count", NULL);
    v[COLUMN_EMPTY_LOOKS] = sum_over_workers(child, "empty_looks", "polls");
    v[COLUMN_WAKEUPS] = sum_over_workers(child, "wakeups", "wakes");
    v[COLUMN_LONGEST] = longest_between_stages(child);
    v[COLUMN_FINISHED] = child_value(child, "finished", NAN);
    v[COLUMN_REFUSED] = child_value(child, "refused", NAN);
    v[COLUMN_ITEMS_PER_S] = v[COLUMN_FINISHED] / v[COLUMN_WALL_MS] * 1e3;
    v[COLUMN_STOLEN_PERCENT] = child_value(child, "stolen_percent", NAN);
    fill_far(v, child);
}

/* Why it did not end well: the first line that it wrote, when it ended itself. */
static const char *
ending(const struct child *child)
{
    static char text[CHILD_MESSAGE_BYTES];

    if (child->was_killed)
        return child->closed_gate ? "closes its gate and goes on" : "hangs";
    snprintf(text, sizeof(text), "%.*s", (int)strcspn(child->messages, "\n"),
             child->messages);
    return WIFEXITED(child->status) && *text ? text
                                             : process_words(child->status);
}

/* An unbounded queue may hold all items. */
static bool
takes_too_much(const struct child *child, double n_items)
{
    return (double)child->usage.ru_maxrss >
           RIG_KIB + n_items * ITEM_BYTES / 1024;
}

/* Correct before fast. */
const char *
verify(struct bench *bench, const struct sample *sample)
{
    const struct child *child = &bench->child;
    double items = child_value(child, "items", -1);

    if (child->was_killed || child->status)
        return ending(child);
    if (!strcmp(sample->test->program, "rig") && takes_too_much(child, items))
        return "takes more than 256 MiB of memory, and 64 bytes an item";
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
