/* What the tests of the pair need to know of the polling page.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_POLLING_PAGE_H
#define DOORBELL_TESTS_POLLING_PAGE_H

#include <errno.h>
#include <sched.h>

#include "queue.h"
#include "test.h"
#include "worker.h"

static const size_t capacities[] = {0};

static inline void
make_queue(struct queue *q, const char *name, size_t capacity)
{
    (void)capacity; /* there is none here */
    int error = queue_init(q, name);
    check(!error, "queue_init of %s gives %d", name, error);
}

static inline void
end_queue(struct queue *q)
{
    int error = queue_destroy(q);

    check(!error, "queue_destroy of %s gives %d", q->name, error);
}

/* Takes an item, and waits for one. */
static inline int
take(struct queue *q, void **item)
{
    int error;

    while ((error = queue_get(q, item)) == EAGAIN)
        sched_yield();
    return error;
}

static inline void
tell_to_stop(struct worker *w)
{
    worker_stop(w);
}

#endif
