/* One worker between two queues.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_PAIR_CREW_H
#define DOORBELL_TESTS_PAIR_CREW_H

#include "counted.h"
#include "page.h"

/* One worker between two queues. */
struct crew {
    struct queue in, out;
    struct stage stage;
    struct stage_options options;
    char reason[REASON_BYTES];
    atomic_size_t n_living;
    struct worker worker;
};

/* Makes the queues, with room for all, and the worker, not started yet. */
void crew_init(struct crew *c, struct item *(*work)(void *, struct item *));

/* Puts n items, numbered from 0, in. */
void crew_put(struct crew *c, struct item *items, size_t n);

/* Waits until n items went through the worker or were stranded by it, tells
 * it to stop and joins it.
 */
void crew_finish(struct crew *c, size_t n);

void crew_destroy(struct crew *c);

#endif
