/* A pipeline at full speed: three stages, as fast as they hand on.
 * SPDX-License-Identifier: MIT
 */
#include "array_len.h"
#include "clock.h"
#include "bench/probe/sample.h"

#define FLAT_OUT "--mode pipeline --items 20000 --every 0 --capacity "

static const struct setting settings[] = {
    {.params = "capacity=64,placement=one",
     .title = "capacity 64, one core",
     .arguments = FLAT_OUT "64 --place one",
     .needs = CONTENDER_BOUNDED,
     .longest_nap_ns = NS_PER_US},
    {.params = "capacity=64,placement=two",
     .title = "capacity 64, main on a core of its own",
     .arguments = FLAT_OUT "64 --place two",
     .needs = CONTENDER_BOUNDED,
     .longest_nap_ns = NS_PER_US,
     .n_cores = 2},
    {.params = "capacity=64,placement=free",
     .title = "capacity 64, free",
     .arguments = FLAT_OUT "64",
     .needs = CONTENDER_BOUNDED,
     .longest_nap_ns = NS_PER_US,
     .n_cores = 2},
};

const struct scenario scenario_pipeline = {
    .name = "pipeline",
    .question = "How many items a second go through three stages?",
    .how = HOW_RUN,
    .baseline = "blocking",
    .case_ms = 120,
    .is_extra = true,
    .n_settings = ARRAY_LEN(settings),
    .settings = settings,
    .n_shown = 2,
    .shown = {COLUMN_ITEMS_PER_S, COLUMN_CPU_PERCENT},
};
