/* A history: what real threads called, and what each call returned.
 * SPDX-License-Identifier: MIT
 *
 * Each call is stamped before it begins and after it has returned from one
 * counter, so that of two calls that did not overlap the stamps say which was
 * first.  Threads draw their calls: put and get, without end, until a moment and
 * never, and size.  When so many calls have returned, or none of them gets on,
 * the queue is closed, with a drop or without; at last it is drained.
 */
#ifndef DOORBELL_TESTS_LONG_HISTORY_RECORD_H
#define DOORBELL_TESTS_LONG_HISTORY_RECORD_H

#include "contender.h"
#include "explore/oracles/history.h"

enum { RECORD_THREADS = 6 };

struct record_plan {
    size_t capacity;
    size_t n_threads; /* 2 to RECORD_THREADS */
    size_t n_calls;   /* of all threads, so that all fit a history */
    size_t close_after;
    bool drop;
    uint64_t seed;
};

/* A plan that looks random and is the same for the same seed. */
struct record_plan record_draw(const struct contender *c, uint64_t seed);

/* Carries it out on a new queue.  The schedule is the kernel's, so the same
 * plan gives another history each time.
 */
void record(const struct contender *c, const struct record_plan *plan,
            struct history *h);

#endif
