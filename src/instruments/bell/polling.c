/* The watched worker of the bell, on the page that polls.
 * SPDX-License-Identifier: MIT
 */
#include "bell/child.h"

int
child_queue_init(struct queue *q)
{
    return queue_init(q, "bell");
}

void
child_count(struct queue *q, struct watched *page)
{
    atomic_store(&page->looks, (long long)queue_counts(q).looks);
}

void
child_set_nap(struct worker *w, int64_t nap_ns)
{
    atomic_store(&w->nap_ns, nap_ns);
}

void
child_stop(struct worker *w)
{
    worker_stop(w);
    worker_join(w);
}

bool
child_take(struct queue *q, void **item)
{
    return queue_get(q, item) == 0;
}
