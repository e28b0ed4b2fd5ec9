/* The neighbour: how much of another thread's work does waiting steal?
 * SPDX-License-Identifier: MIT
 *
 * The consumers share a core with a thread that computes; the producer is on
 * another.  No CPU time of the consumers tells what the neighbour loses: to
 * be switched away from costs it its caches too.  And a consumer that gives
 * way to it waits: so the delay is printed beside the theft.
 */
#include "array_len.h"
#include "bench/probe/sample.h"

#define BESIDE "--mode neighbour --place two --consumers "

static const struct setting settings[] = {
    {.params = "workers=1,rate=1000",
     .title = "1 worker, 1000 items a second",
     .arguments = BESIDE "1 --items 300 --every 1ms",
     .n_cores = 2},
    {.params = "workers=10,rate=100",
     .title = "10 workers, 100 items a second",
     .arguments = BESIDE "10 --items 30 --every 10ms",
     .n_cores = 2},
};

const struct scenario scenario_neighbour = {
    .name = "neighbour",
    .question = "How much of a computing neighbour's work does waiting steal?",
    .how = HOW_RUN,
    .baseline = "blocking",
    .case_ms = 560,
    .is_extra = true,
    .n_settings = ARRAY_LEN(settings),
    .settings = settings,
    .n_shown = 3,
    .shown = {COLUMN_STOLEN_PERCENT, COLUMN_DELAY_P50_US, COLUMN_DELAY_P90_US},
};
