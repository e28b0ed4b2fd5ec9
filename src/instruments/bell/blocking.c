/* The watched worker of the bell, on the page that blocks.
 * SPDX-License-Identifier: MIT
 */
#include "bell/child.h"
#include "closing.h"
#include "timed.h"

int
child_queue_init(struct queue *q)
{
    return queue_init(q, "bell", 0);
}

void
child_count(struct queue *q, struct watched *page)
{
    atomic_store(&page->wakeups, (long long)queue_counts(q).wakeups);
}

void
child_set_nap(struct worker *w, int64_t nap_ns)
{
    (void)w;
    (void)nap_ns;
}

void
child_stop(struct worker *w)
{
    queue_close(w->in);
    worker_join(w);
}

bool
child_take(struct queue *q, void **item)
{
    return queue_try_get(q, item) == 0;
}
