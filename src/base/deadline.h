/* A deadline, as the queues take it: NULL waits forever, the zero timespec never
 * waits, all else is a moment of CLOCK_MONOTONIC.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_DEADLINE_H
#define DOORBELL_DEADLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "clock.h"

static inline bool
deadline_is_never(const struct timespec *deadline)
{
    return deadline && deadline->tv_sec == 0 && deadline->tv_nsec == 0;
}

/* Whether it is one of the three. */
static inline bool
deadline_is_valid(const struct timespec *deadline)
{
    return !deadline ||
           (deadline->tv_nsec >= 0 && deadline->tv_nsec < NS_PER_S);
}

/* The moment in ns after now_ns, or the deadline when that is sooner. */
static inline int64_t
deadline_or_in(const struct timespec *deadline, int64_t now_ns, int64_t ns)
{
    int64_t until_ns = now_ns + ns;

    return deadline && clock_ns(*deadline) < until_ns ? clock_ns(*deadline)
                                                      : until_ns;
}

#endif
