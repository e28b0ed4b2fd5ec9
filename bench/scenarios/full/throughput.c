/* Throughput: how many items a second, by threads, capacity and placement?
 * SPDX-License-Identifier: MIT
 *
 * The regime that other suites measure alone.  With a capacity of 1 nearly
 * every item is a wait; with a large one the waits are few.
 */
#include "array_len.h"
#include "clock.h"
#include "bench/probe/sample.h"

#define FULL "--mode throughput --items 1000000 --limit 150ms "

/* One shape: threads, capacity, placement and the cores that this needs. */
#define SHAPE(n, m, k, where, cores, words)                                    \
    {                                                                          \
        .params =                                                              \
            "producers=" n ",consumers=" m ",capacity=" k ",placement=" where, \
        .title = words,                                                        \
        .arguments = FULL "--producers " n " --consumers " m " --capacity " k  \
                          " --place " where,                                   \
        .needs = CONTENDER_BOUNDED, .longest_nap_ns = NS_PER_US,               \
        .n_cores = cores                                                       \
    }

static const struct setting settings[] = {
    SHAPE("1", "1", "1", "one", 1, "1 x 1, capacity 1, one core"),
    SHAPE("1", "1", "1", "two", 2, "1 x 1, capacity 1, two cores"),
    SHAPE("1", "1", "64", "one", 1, "1 x 1, capacity 64, one core"),
    SHAPE("1", "1", "64", "two", 2, "1 x 1, capacity 64, two cores"),
    SHAPE("1", "1", "1024", "two", 2, "1 x 1, capacity 1024, two cores"),
    SHAPE("1", "1", "64", "free", 2, "1 x 1, capacity 64, free"),
    SHAPE("2", "2", "1", "free", 2, "2 x 2, capacity 1, free"),
    SHAPE("2", "2", "64", "one", 1, "2 x 2, capacity 64, one core"),
    SHAPE("2", "2", "64", "two", 2, "2 x 2, capacity 64, two cores"),
    SHAPE("2", "2", "64", "free", 2, "2 x 2, capacity 64, free"),
    SHAPE("2", "2", "1024", "free", 2, "2 x 2, capacity 1024, free"),
};

const struct scenario scenario_throughput = {
    .name = "throughput",
    .question = "How many items a second go through, if that is all there is?",
    .how = HOW_RUN,
    .baseline = "blocking",
    .case_ms = 210,
    .is_extra = true,
    .n_settings = ARRAY_LEN(settings),
    .settings = settings,
    .n_shown = 2,
    .shown = {COLUMN_ITEMS_PER_S, COLUMN_CPU_PERCENT},
};
