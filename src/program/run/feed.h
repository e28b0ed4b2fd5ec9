/* Puts the items in, at once or at their times.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_PROGRAM_RUN_FEED_H
#define DOORBELL_PROGRAM_RUN_FEED_H

#include "gauges.h"
#include "program/options.h"

struct feed {
    void
        *to; /* where they go, and how: EAGAIN when it is full and may refuse */
    int (*put)(void *to, struct item *item, bool refuse);
    size_t (*length)(void *to, size_t i); /* of its queues, for the gauges */
    struct item *items; /* n_items of them, made here, freed by feed_free */
    uint64_t n_items;
    uint64_t n_fed;     /* how many the pipeline took */
    uint64_t n_refused; /* how many it had no room for */
    uint64_t n_failed;  /* how many it could not take, each failed */
};

/* Makes the items; dies without memory.  The caller says where they go. */
void feed_init(struct feed *feed, uint64_t n_items);

/* Puts in one item after the other until all are in, or *stop is true.  With
 * every_ns each waits for its time: a schedule that does not care whether the
 * pipeline keeps up (open loop), with gaps drawn from half to one and a half
 * times every_ns, so that they never fall into step with a nap.
 */
void feed_run(struct feed *feed, const struct options *options,
              const atomic_bool *stop);

void feed_free(struct feed *feed);

#endif
