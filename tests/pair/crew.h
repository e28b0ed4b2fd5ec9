/* Stages to try workers and pipelines with, and one worker between queues.
 * SPDX-License-Identifier: MIT
 */
#ifndef CREW_H
#define CREW_H

#include <stdatomic.h>

#include "page.h"

/* How often stages were opened and closed, in this process, so far. */
extern atomic_size_t n_opened, n_closed;

/* What open gives as the context: every worker can see it is the one. */
extern char the_context;

int open_counted(const struct stage_options *options, void **context);
void close_counted(void *context);

/* Passes the item on. */
struct item *pass_on(void *context, struct item *item);

/* Ends its thread with the item number 3 in hand: by itself, and from
 * outside.
 */
struct item *exit_at_3(void *context, struct item *item);
struct item *cancelled_at_3(void *context, struct item *item);

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
