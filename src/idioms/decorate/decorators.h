/* Decorators for functions of any signature: trace, timed, retry.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_DECORATE_DECORATORS_H
#define DOORBELL_DECORATE_DECORATORS_H

#ifdef __cplusplus
#include <atomic>
using std::atomic_llong;
using std::atomic_size_t;
#else
#include <stdatomic.h>
#endif

#include "closure.h"

/* Prints each call with its result to stdout, when it has returned:
 * "fib(3) is 2".
 */
extern const struct decorator trace;

/* Counts the calls, and the time until they returned. */
struct timing {
    atomic_size_t n_calls;
    atomic_llong total_ns;
};
struct decorator timed(struct timing *timing);

/* Calls a function that returns an error number again while that is not 0,
 * at most n times in all (at least once); the last result counts.
 */
struct decorator retry(int n);

#endif
