/* What the tests of the pair need to know of the blocking page.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_BLOCKING_PAGE_H
#define DOORBELL_TESTS_BLOCKING_PAGE_H

#include "closing.h"
#include "queue.h"
#include "test.h"
#include "worker.h"

static const size_t capacities[] = {1, 2, 3, 7, 64, 0};

static inline void
make_queue(struct queue *q, const char *name, size_t capacity)
{
    int error = queue_init(q, name, capacity);

    check(!error, "queue_init of %s gives %d", name, error);
}

static inline void
end_queue(struct queue *q)
{
    queue_close_drop(q, NULL, NULL);
    int error = queue_destroy(q);
    check(!error, "queue_destroy of %s gives %d", q->name, error);
}

/* Takes an item, and waits for one. */
static inline int
take(struct queue *q, void **item)
{
    return queue_get(q, item);
}

static inline void
tell_to_stop(struct worker *w)
{
    queue_close(w->in);
}

#endif
