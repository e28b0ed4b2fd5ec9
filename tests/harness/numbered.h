/* Items that are only numbers, for queues that never look inside.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_HARNESS_NUMBERED_H
#define DOORBELL_TESTS_HARNESS_NUMBERED_H

#include <stddef.h>
#include <stdint.h>

static inline void *
numbered(size_t n)
{
    return (void *)(uintptr_t)n;
}

static inline size_t
number_of(const void *item)
{
    return (size_t)(uintptr_t)item;
}

#endif
