/* Exit by pointer, lawfully: it is read once, under the lock that guards it.
 * SPDX-License-Identifier: MIT
 */
#include "pointer.h"

static struct queue *
queue_of(struct worker *w)
{
    must(pthread_mutex_lock(&w->lock));
    struct queue *q = w->in;
    must(pthread_mutex_unlock(&w->lock));
    return q;
}

void
run(struct worker *w)
{
    struct queue *q;

    while ((q = queue_of(w)) != NULL) {
        if (try_get(q))
            w->n_done++;
        else
            nap();
    }
}

void
stop(struct worker *w)
{
    must(pthread_mutex_lock(&w->lock));
    w->in = NULL;
    must(pthread_mutex_unlock(&w->lock));
}
