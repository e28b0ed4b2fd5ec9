/* What the two pages do not have in common, for the watched worker.
 * SPDX-License-Identifier: MIT
 *
 * polling.c and blocking.c beside this file have these in them.
 */
#ifndef DOORBELL_BELL_CHILD_H
#define DOORBELL_BELL_CHILD_H

#include <stdbool.h>

#include "bell/watched.h"
#include "worker.h"

int child_queue_init(struct queue *q);

/* Looks, or wake-ups, into the page. */
void child_count(struct queue *q, struct watched *page);

void child_set_nap(struct worker *w, int64_t nap_ns);

/* Ends the worker and joins it. */
void child_stop(struct worker *w);

/* Takes what is left, without waiting; false when there is nothing. */
bool child_take(struct queue *q, void **item);

#endif
