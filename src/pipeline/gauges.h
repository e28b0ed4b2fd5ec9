/* The page through which a running pipeline shows what is inside it.
 * SPDX-License-Identifier: MIT
 *
 * With --gauges FD a program maps FD, a file of one page, and stores here;
 * another process that has mapped the file reads at any time, without asking and
 * without slowing the program down.  A length changes only when an item is
 * put or got, and is stored then; it may be off by the items in flight.
 */
#ifndef DOORBELL_GAUGES_H
#define DOORBELL_GAUGES_H

#include <stdatomic.h>
#include <stdint.h>

#include "stage.h"

enum { GAUGES_BYTES = 4096 };

struct gauges {
    atomic_uint_least64_t n_queues;               /* 0 until the start */
    atomic_uint_least64_t length[STAGES_MAX + 1]; /* of each queue */
    atomic_uint_least64_t n_fed;
    atomic_uint_least64_t n_finished;
};

_Static_assert(sizeof(struct gauges) <= GAUGES_BYTES, "fits a page");

/* For a figure, not for deciding anything: no order is needed. */
static inline void
gauge_set(atomic_uint_least64_t *gauge, uint64_t value)
{
    atomic_store_explicit(gauge, value, memory_order_relaxed);
}

static inline uint64_t
gauge_get(atomic_uint_least64_t *gauge)
{
    return atomic_load_explicit(gauge, memory_order_relaxed);
}

#endif
