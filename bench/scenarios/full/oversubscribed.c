/* Oversubscribed: what remains with more threads than cores?
 * SPDX-License-Identifier: MIT
 *
 * A thread that waits by using a core takes it from the thread it waits for.
 */
#include "array_len.h"
#include "clock.h"
#include "bench/probe/sample.h"

#define CROWD "--mode throughput --items 1000000 --limit 200ms --capacity 64 "

static const struct setting settings[] = {
    {.params = "producers=8,consumers=8,capacity=64,placement=free",
     .title = "8 x 8, free",
     .arguments = CROWD "--producers 8 --consumers 8",
     .needs = CONTENDER_BOUNDED,
     .longest_nap_ns = NS_PER_MS},
    {.params = "producers=8,consumers=8,capacity=64,placement=one",
     .title = "8 x 8 on one core",
     .arguments = CROWD "--producers 8 --consumers 8 --place one",
     .needs = CONTENDER_BOUNDED,
     .longest_nap_ns = NS_PER_MS},
};

const struct scenario scenario_oversubscribed = {
    .name = "oversubscribed",
    .question = "What remains with more threads than cores?",
    .how = HOW_RUN,
    .baseline = "blocking",
    .case_ms = 280,
    .is_extra = true,
    .n_settings = ARRAY_LEN(settings),
    .settings = settings,
    .n_shown = 2,
    .shown = {COLUMN_ITEMS_PER_S, COLUMN_CPU_PERCENT},
};
