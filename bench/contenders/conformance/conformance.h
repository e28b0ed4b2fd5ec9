/* Is it a queue at all?  These tests come before any timing.
 * SPDX-License-Identifier: MIT
 *
 * Each trait that a contender claims is tested, over several capacities and
 * numbers of threads.  A test runs in a child process with a time limit, so a
 * contender that hangs, crashes or corrupts memory is named like any other.
 */
#ifndef DOORBELL_BENCH_CONTENDERS_CONFORMANCE_CONFORMANCE_H
#define DOORBELL_BENCH_CONTENDERS_CONFORMANCE_CONFORMANCE_H

#include <stdbool.h>

#include "bench/contenders/conformance/conformance_words.h"
#include "bench/contenders/contenders.h"

enum { CONFORMANCE_LIMIT_S = 20 };

struct conformance {
    size_t n_tests, n_failed;  /* at most one: a fault that hangs in one test
                                * may do so in all */
    char why[CONFORMANCE_WHY]; /* it failed: "sums, capacity 1,
                                * 2 x 2 threads: item 17 of producer 0 lost" */
};

/* Whether the traits claim the capacity, and create does not refuse it with
 * EINVAL.  It is asked in a child process.
 */
bool conformance_offers(const struct contender *contender, size_t capacity);

/* Tests one contender, at the capacities that it offers: it fails when there
 * is none, bounded or not, of those that it claims.  In brief over
 * capacities 1, 7 and none alone, if it has one of these; in full it takes a
 * few seconds.
 */
struct conformance conformance_test(const struct contender *contender,
                                    bool brief);

/* The same for n contenders, two at a time, each half in a process of its own:
 * nothing is timed here.  results[i] is of contenders[i].
 */
void conformance_test_all(const struct contender *const *contenders,
                          const bool *brief, struct conformance *results,
                          size_t n);

#endif
