/* The program around exercise 18: three workers, an item, and one sentinel.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  Your file has `work`, which the three threads run.
 */
#ifndef CREW_H
#define CREW_H

#include <pthread.h>
#include <stdatomic.h>

#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "must.h"

enum { N_WORKERS = 3, N_ITEMS = 1 };

static struct queue q;
static char sentinel;
static atomic_int n_left = N_WORKERS; /* for you */
static atomic_int n_done;

static void *work(void *unused);

/* When the join has returned nobody may have any business with q.  1: something
 * is left in it, or somebody waits in it; 2: an item is not done.
 */
int
main(void)
{
    pthread_t threads[N_WORKERS];

    must(queue_init(&q, "q", 0));
    for (int i = 0; i < N_WORKERS; i++)
        must(pthread_create(&threads[i], NULL, work, NULL));
    for (int i = 0; i < N_ITEMS; i++)
        must(queue_put(&q, &q));
    must(queue_put(&q, &sentinel));
    queue_join(&q);
    if (queue_size(&q) > 0 || queue_destroy(&q))
        return 1;
    for (int i = 0; i < N_WORKERS; i++)
        must(pthread_join(threads[i], NULL));
    return atomic_load(&n_done) == N_ITEMS ? 0 : 2;
}

#endif
