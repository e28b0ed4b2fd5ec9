/* The program around exercise 18: three workers, an item, and one sentinel.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

#include "crew.h"

struct queue q;
char sentinel;
atomic_int n_left = N_WORKERS;
static char item;
static atomic_int n_done;

void
do_item(void *done)
{
    atomic_fetch_add(&n_done, done == &item ? 1 : 100);
}

static void *
thread(void *unused)
{
    work();
    return unused;
}

/* 1: something is left in the queue, or a thread waits in it, and the join has
 * returned; 2: the item is not done, or not once.
 */
int
main(void)
{
    pthread_t threads[N_WORKERS];

    must(queue_init(&q, "q", 0));
    for (int i = 0; i < N_WORKERS; i++)
        must(pthread_create(&threads[i], NULL, thread, NULL));
    must(queue_put(&q, &item));
    must(queue_put(&q, &sentinel));
    queue_join(&q);
    if (queue_size(&q) > 0 || queue_destroy(&q))
        return 1;
    for (int i = 0; i < N_WORKERS; i++)
        must(pthread_join(threads[i], NULL));
    return atomic_load(&n_done) == 1 ? 0 : 2;
}
