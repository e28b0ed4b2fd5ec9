/* How a worker leaves, and what it does with an item that cannot go on.
 * SPDX-License-Identifier: MIT
 *
 * For worker.c; run in the worker's own thread.
 */
#ifndef DOORBELL_LEAVE_H
#define DOORBELL_LEAVE_H

#include "worker.h"

/* Fails the item and keeps it in the worker's list until main collects it. */
void worker_strand(struct worker *w, void *item, int error, const char *why);

/* The thread's clean-up handler: runs however it ends, also when a stage's
 * work exits or cancels it.
 */
void worker_leave(void *worker);

#endif
