/* Only the writer takes the lock.
 * SPDX-License-Identifier: MIT
 *
 * Main takes the worker's queue away; by that the worker is to end.
 */
#include <pthread.h>
#include <time.h>

#include "must.h"

enum { N_ITEMS = 2 };

struct queue {
    pthread_mutex_t lock;
    int n_items; /* lock guards it */
};

struct worker {
    pthread_mutex_t lock; /* for whatever needs it */
    struct queue *in;     /* NULL: there is no more work */
    int n_done;           /* the worker's own, until it is joined */
};

/* Whether there was an item. */
static int
try_get(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    int found = q->n_items > 0;
    q->n_items -= found;
    must(pthread_mutex_unlock(&q->lock));
    return found;
}

static struct queue *
queue_of(struct worker *w)
{
    struct queue *q = w->in;
    return q;
}

static void *
run(void *argument)
{
    struct worker *w = argument;
    struct queue *q;

    while ((q = queue_of(w)) != NULL) {
        if (try_get(q))
            w->n_done++;
        else
            nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    return NULL;
}

static void
stop(struct worker *w)
{
    must(pthread_mutex_lock(&w->lock));
    w->in = NULL;
    must(pthread_mutex_unlock(&w->lock));
}

/* Fails when an item is neither done nor left. */
int
main(void)
{
    static struct queue q = {PTHREAD_MUTEX_INITIALIZER, N_ITEMS};
    static struct worker w = {PTHREAD_MUTEX_INITIALIZER, &q, 0};
    pthread_t thread;

    must(pthread_create(&thread, NULL, run, &w));
    stop(&w);
    must(pthread_join(thread, NULL));
    return w.n_done + q.n_items == N_ITEMS ? 0 : 1;
}
