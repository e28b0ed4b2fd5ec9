/* What was measured.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "sample.h"

const char *const column_names[N_COLUMNS] = {
    [COLUMN_WALL_MS] = "wall_ms",
    [COLUMN_CPU_PERCENT] = "cpu_percent",
    [COLUMN_WORKERS_CPU_PERCENT] = "workers_cpu_percent",
    [COLUMN_DELAY_P10_US] = "delay_p10_us",
    [COLUMN_DELAY_P25_US] = "delay_p25_us",
    [COLUMN_DELAY_P50_US] = "delay_p50_us",
    [COLUMN_DELAY_P75_US] = "delay_p75_us",
    [COLUMN_DELAY_P90_US] = "delay_p90_us",
    [COLUMN_DELAY_P99_US] = "delay_p99_us",
    [COLUMN_DELAY_P999_US] = "delay_p999_us",
    [COLUMN_DELAY_MAX_US] = "delay_max_us",
    [COLUMN_LATE_P50_US] = "late_p50_us",
    [COLUMN_LATE_P90_US] = "late_p90_us",
    [COLUMN_LATE_P99_US] = "late_p99_us",
    [COLUMN_NOTICE_P50_US] = "notice_p50_us",
    [COLUMN_NOTICE_P90_US] = "notice_p90_us",
    [COLUMN_NOTICE_P99_US] = "notice_p99_us",
    [COLUMN_PUTTER_CPU_PERCENT] = "putter_cpu_percent",
    [COLUMN_POLLS] = "polls",
    [COLUMN_EMPTY_LOOKS] = "empty_looks",
    [COLUMN_WAKEUPS] = "wakeups",
    [COLUMN_VOLUNTARY_PER_S] = "voluntary_per_s",
    [COLUMN_INVOLUNTARY_PER_S] = "involuntary_per_s",
    [COLUMN_PEAK_MIB] = "peak_mib",
    [COLUMN_LONGEST] = "longest",
    [COLUMN_FINISHED] = "finished",
    [COLUMN_REFUSED] = "refused",
    [COLUMN_ITEMS_PER_S] = "items_per_s",
    [COLUMN_SHUTDOWN_US] = "shutdown_us",
    [COLUMN_STOLEN_PERCENT] = "stolen_percent",
    [COLUMN_SERVER_CPU_PERCENT] = "server_cpu_percent",
    [COLUMN_BOTH_CPU_PERCENT] = "both_cpu_percent",
    [COLUMN_COMMANDS_PER_S] = "commands_per_s",
    [COLUMN_LOOKS_PER_ITEM] = "looks_per_item",
    [COLUMN_TRIPS_PER_ITEM] = "trips_per_item",
    [COLUMN_BYTES_PER_ITEM] = "bytes_per_item",
    [COLUMN_BYTES_PER_HOUR] = "bytes_per_hour",
};

/* Only of the columns that a table of contenders shows. */
const char *const column_titles[N_COLUMNS] = {
    [COLUMN_CPU_PERCENT] = "CPU, all, %",
    [COLUMN_WORKERS_CPU_PERCENT] = "CPU, %",
    [COLUMN_PUTTER_CPU_PERCENT] = "putter, %",
    [COLUMN_LATE_P50_US] = "late, us",
    [COLUMN_NOTICE_P50_US] = "got p50, us",
    [COLUMN_NOTICE_P90_US] = "got p90, us",
    [COLUMN_DELAY_P50_US] = "p50, us",
    [COLUMN_DELAY_P90_US] = "p90, us",
    [COLUMN_DELAY_P99_US] = "p99, us",
    [COLUMN_VOLUNTARY_PER_S] = "switches/s",
    [COLUMN_ITEMS_PER_S] = "items/s",
    [COLUMN_SHUTDOWN_US] = "all gone, us",
    [COLUMN_STOLEN_PERCENT] = "stolen, %",
};

void
samples_add(struct samples *samples, const struct sample *sample)
{
    if (samples->n == samples->room) {
        size_t room = samples->room ? samples->room * 2 : 256;
        struct sample *all = realloc(samples->all, room * sizeof(*all));
        if (!all)
            die("samples: %s", strerror(ENOMEM));
        samples->all = all;
        samples->room = room;
    }
    samples->all[samples->n++] = *sample;
}

size_t
samples_column(const struct samples *samples, const struct bench_case *test,
               enum column column, double *values, size_t most)
{
    size_t n_rounds = 0;

    for (size_t i = 0; i < most; i++)
        values[i] = NAN;
    for (size_t i = 0; i < samples->n; i++) {
        const struct sample *s = &samples->all[i];
        if (s->test != test || s->round == 0 || s->round > most)
            continue;
        values[s->round - 1] = s->value[column];
        if (s->round > n_rounds)
            n_rounds = s->round;
    }
    return n_rounds;
}

size_t
samples_rounds(const struct samples *samples, const struct scenario *scenario)
{
    size_t fewest = 0;

    for (size_t c = 0; c < scenario->n_cases; c++) {
        size_t n = 0;
        for (size_t i = 0; i < samples->n; i++)
            n += samples->all[i].test == &scenario->cases[c] &&
                 samples->all[i].round > 0;
        if (n)
            fewest = !fewest || n < fewest ? n : fewest;
    }
    return fewest;
}

const char *
samples_wrong(const struct samples *samples, const struct bench_case *test)
{
    for (size_t i = 0; i < samples->n; i++)
        if (samples->all[i].test == test && samples->all[i].wrong)
            return samples->all[i].wrong;
    return NULL;
}
