/* Runs a test body at every capacity that this page has.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_HARNESS_CAPACITIES_H
#define DOORBELL_TESTS_HARNESS_CAPACITIES_H

#include <stdio.h>

#include "array_len.h"
#include "page.h"
#include "test.h"

/* The capacity comes before the message when a check fails. */
static inline void
over_capacities(void (*body)(size_t capacity))
{
    for (size_t i = 0; i < ARRAY_LEN(capacities); i++) {
        snprintf(test_at, sizeof(test_at), "capacity %zu: ", capacities[i]);
        body(capacities[i]);
    }
    test_at[0] = '\0';
}

/* How many items fit, but at most n. */
static inline size_t
room_for(size_t n, size_t capacity)
{
    return capacity && capacity < n ? capacity : n;
}

#endif
