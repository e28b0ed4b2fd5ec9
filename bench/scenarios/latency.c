/* Latency: how soon does a waiting consumer notice, and at what CPU?
 * SPDX-License-Identifier: MIT
 *
 * One producer, one consumer, no pipeline; items on a jittered schedule that
 * does not wait for the consumer.  A delay is from when an item was due until
 * the consumer had it.  A part of it is the schedule's own lateness, a late
 * timer, which is the same for every way of waiting: so it is a number of its
 * own, and the advice uses the rest, from when the put began.  What the producer
 * pays to wake is in its own CPU time.  See front.h.
 */
#include "array_len.h"
#include "bench/probe/sample.h"

static const struct setting settings[] = {
    {.params = "rate=10",
     .title = "10 items a second",
     .regime = "nearly always idle",
     .arguments = "--items 100 --every 100ms",
     .ms = 10050,
     .only_full = true},
    {.params = "rate=100",
     .title = "100 items a second",
     .regime = "mostly idle",
     .arguments = "--items 25 --every 10ms"},
    {.params = "rate=1000",
     .title = "1000 items a second",
     .regime = "busy",
     .arguments = "--items 250 --every 1ms"},
    {.params = "rate=1000,placement=one",
     .title = "1000 a second, both on one core",
     .arguments = "--items 250 --every 1ms --place one",
     .only_full = true},
    {.params = "rate=1000,placement=two",
     .title = "1000 a second, one core each",
     .arguments = "--items 250 --every 1ms --place two",
     .n_cores = 2,
     .only_full = true},
    {.params = "rate=10000",
     .title = "10,000 items a second",
     .regime = "hot",
     .arguments = "--items 5000 --every 0.1ms",
     .ms = 600,
     .only_full = true},
};

const struct scenario scenario_latency = {
    .name = "latency",
    .question = "How soon does a waiting consumer notice, and at what CPU?",
    .how = HOW_RUN,
    .baseline = "blocking",
    .case_ms = 300,
    .decides = true,
    .n_settings = ARRAY_LEN(settings),
    .settings = settings,
    .n_shown = 5,
    .shown = {COLUMN_WORKERS_CPU_PERCENT, COLUMN_PUTTER_CPU_PERCENT,
              COLUMN_LATE_P50_US, COLUMN_NOTICE_P50_US, COLUMN_NOTICE_P90_US},
};
