/* What workers and queues counted, in one form for every kind of pipeline.
 * SPDX-License-Identifier: MIT
 *
 * A page leaves at 0 what it cannot count: a queue that never waits has no
 * wake-ups, one that blocks has no empty looks.
 */
#ifndef DOORBELL_TALLY_H
#define DOORBELL_TALLY_H

#include <stddef.h>

struct worker_tally {
    const char *stage;
    size_t index; /* among the workers of its stage, from 0 */
    /* polled_count == work_done + empty_looks + exits, always */
    size_t polled_count;
    size_t work_done;
    size_t empty_looks;
    size_t exits;
    size_t waits;   /* how often it had to wait for an item or for room */
    size_t wakeups; /* how often a wait returned, the spurious ones too */
};

struct queue_tally {
    const char *name;
    size_t capacity; /* 0 = unbounded */
    size_t puts;
    size_t gets;
    size_t peak; /* the largest length */
};

#endif
