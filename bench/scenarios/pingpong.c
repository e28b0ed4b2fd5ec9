/* Ping-pong: what does a hand-over cost, there and back?
 * SPDX-License-Identifier: MIT
 *
 * A single item goes through one queue and comes back through another, so
 * each hand-over is a wait.  What that costs is decided by where the threads
 * run: both on one core, or one on each.
 */
#include "array_len.h"
#include "clock.h"
#include "bench/probe/sample.h"

#define BALL                                                                   \
    "--mode pingpong --items 1000 --limit 500ms "                              \
    "--capacity 1 --place "

static const struct setting settings[] = {
    {.params = "placement=one",
     .title = "both on one core",
     .arguments = BALL "one",
     .needs = CONTENDER_BOUNDED,
     .longest_nap_ns = NS_PER_US},
    {.params = "placement=two",
     .title = "one core each",
     .arguments = BALL "two",
     .needs = CONTENDER_BOUNDED,
     .longest_nap_ns = NS_PER_US,
     .n_cores = 2},
    {.params = "placement=free",
     .title = "placed by the scheduler",
     .arguments = BALL "free",
     .needs = CONTENDER_BOUNDED,
     .longest_nap_ns = NS_PER_US,
     .only_full = true},
};

const struct scenario scenario_pingpong = {
    .name = "pingpong",
    .question = "What does a hand-over cost, on one core and between two?",
    .how = HOW_RUN,
    .baseline = "blocking",
    .case_ms = 60,
    .n_settings = ARRAY_LEN(settings),
    .settings = settings,
    .n_shown = 2,
    .shown = {COLUMN_DELAY_P50_US, COLUMN_DELAY_P99_US},
};
