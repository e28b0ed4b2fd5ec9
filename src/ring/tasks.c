/* Is it done?
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "deadline.h"
#include "must.h"
#include "ring/inside.h"

static size_t
is_all_done(void *ring)
{
    return ring_unfinished(ring) == 0;
}

size_t
tasks_count_done(struct ring *r, size_t n)
{
    must(pthread_mutex_lock(&r->tasks));
    size_t unfinished = ring_unfinished(r);
    size_t counted = n < unfinished ? n : unfinished;
    if (counted)
        atomic_fetch_add(&r->n_done, counted);
    if (counted && is_all_done(r))
        doorbell_ring_all(&r->all_done);
    must(pthread_mutex_unlock(&r->tasks));
    return counted;
}

int
ring_task_done(struct ring *r)
{
    return tasks_count_done(r, 1) ? 0 : EINVAL;
}

/* Between two equal readings of what is done the tail was read once. */
size_t
ring_unfinished(struct ring *r)
{
    size_t n_done, n_put;
    bool closed;

    do {
        n_done = atomic_load(&r->n_done);
        n_put = (size_t)ring_n_put(r, &closed);
    } while (n_done != atomic_load(&r->n_done));
    return n_put - n_done;
}

int
ring_join_until(struct ring *r, const struct timespec *deadline)
{
    const struct condition all_done = {is_all_done, 1, NULL, r};
    int late = 0;

    if (!deadline_is_valid(deadline))
        return EINVAL;
    while (!is_all_done(r)) {
        if (late || deadline_is_never(deadline))
            return late ? late : EAGAIN;
        late = doorbell_wait(&r->all_done, &all_done, -1, deadline);
    }
    return 0;
}

void
ring_join(struct ring *r)
{
    ring_join_until(r, NULL);
}
