/* The program around exercise 7: one worker, two items, and a stop.
 * SPDX-License-Identifier: MIT
 *
 * Main stops the worker when N_FIRST of the items are taken.
 */
#include <semaphore.h>

#include "pointer.h"

enum { N_ITEMS = 2 };

struct queue {
    pthread_mutex_t lock;
    int n_items, n_taken; /* lock guards both */
};

static sem_t taken;

bool
try_get(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    bool found = q->n_items > 0;
    q->n_items -= found;
    q->n_taken += found;
    must(pthread_mutex_unlock(&q->lock));
    if (found)
        sem_post(&taken);
    return found;
}

static void *
thread(void *worker)
{
    run(worker);
    return NULL;
}

/* 1: an item is neither done nor left. */
int
main(void)
{
    static struct queue q = {PTHREAD_MUTEX_INITIALIZER, N_ITEMS, 0};
    static struct worker w = {PTHREAD_MUTEX_INITIALIZER, &q, 0};
    pthread_t id;

    sem_init(&taken, 0, 0);
    must(pthread_create(&id, NULL, thread, &w));
    for (int i = 0; i < N_FIRST; i++)
        sem_wait(&taken);
    stop(&w);
    must(pthread_join(id, NULL));
    return w.n_done == q.n_taken && w.n_done + q.n_items == N_ITEMS ? 0 : 1;
}
