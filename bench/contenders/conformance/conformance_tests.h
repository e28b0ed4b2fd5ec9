/* The tests of a contender's claims.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_CONTENDERS_CONFORMANCE_CONFORMANCE_TESTS_H
#define DOORBELL_BENCH_CONTENDERS_CONFORMANCE_CONFORMANCE_TESTS_H

#include <stdbool.h>

#include "bench/contenders/conformance/conformance_words.h"
#include "contender.h"

/* What one test is run on. */
struct trial {
    const struct contender *contender;
    size_t capacity;
    size_t n_producers, n_consumers;
};

struct conformance_test {
    const char *name;
    unsigned traits;     /* what must be claimed for it to apply */
    bool many_threads;   /* run over several numbers of threads */
    bool only_unbounded; /* run with capacity 0 alone */
    /* Writes why it failed (at most CONFORMANCE_WHY bytes), or nothing. */
    void (*run)(const struct trial *trial, char *why);
};

/* All of them, with an unnamed one at the end. */
extern const struct conformance_test conformance_tests[];

/* Those with threads are in a file of their own. */
void conform_sums(const struct trial *trial, char *why);
void conform_close_wakes(const struct trial *trial, char *why);

/* Writes the words and returns false, unless the condition holds. */
__attribute__((format(printf, 3, 4))) bool holds(bool condition, char *why,
                                                 const char *format, ...);

#endif
