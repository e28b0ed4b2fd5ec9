/* What all workers here have in common; each brings its own run.
 * SPDX-License-Identifier: MIT
 */
#include "../worker.h"

static void *run(void *argument);

static bool
try_get(struct worker *w)
{
    must(pthread_mutex_lock(&w->lock));
    bool found = w->n_items > 0;
    w->n_items -= found;
    must(pthread_mutex_unlock(&w->lock));
    return found;
}

void
worker_start(struct worker *w)
{
    *w = (struct worker){.lock = PTHREAD_MUTEX_INITIALIZER};
    must(pthread_create(&w->thread, NULL, run, w));
}

void
worker_put(struct worker *w)
{
    must(pthread_mutex_lock(&w->lock));
    w->n_items++;
    must(pthread_mutex_unlock(&w->lock));
}

void
worker_stop(struct worker *w)
{
    atomic_store(&w->stopping, true);
}

void
worker_join(struct worker *w)
{
    must(pthread_join(w->thread, NULL));
}
