/* Eight threads that wait, again and again, for what never comes.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_LONG_QUEUES_WAITS_H
#define DOORBELL_TESTS_LONG_QUEUES_WAITS_H

#include <stdbool.h>
#include <stdint.h>

#include "contender.h"

enum { WAITS_THREADS = 8 };

struct waits {
    uint64_t n_passed;   /* timed out, and not before the deadline */
    uint64_t n_early;    /* were back before it */
    uint64_t n_wrong;    /* gave something else than ETIMEDOUT */
    uint64_t n_signals;  /* came meanwhile */
    int64_t earliest_ns; /* how much too early, at most */
};

/* n waits, from 1 us to 200 ms, half of them below half a millisecond: to get
 * from an empty queue, to put into a full one, to join.  In a storm each thread
 * gets a signal a millisecond.
 */
struct waits waits_make(const struct contender *c, uint64_t n, bool storm);

#endif
