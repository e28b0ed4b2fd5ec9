/* Two workers in the first stage say that they are done, and then put.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  The stages are stopped in the right order; main plays
 * the second one.  Fails when as many items are lost as can be.
 */
#include <pthread.h>
#include <stdatomic.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "must.h"

enum { N_WORKERS = 2, N_ITEMS = 3 };

static struct queue first, second;
static atomic_int n_lost;

static void *
download(void *unused)
{
    void *item;

    while (queue_get(&first, &item) == 0) {
        must(queue_task_done(&first));
        if (queue_put(&second, item))
            atomic_fetch_add(&n_lost, 1); /* closed: it is refused */
    }
    return unused;
}

int
main(void)
{
    pthread_t threads[N_WORKERS];

    must(queue_init(&first, "first", 0));
    must(queue_init(&second, "second", 0));
    for (int i = 0; i < N_ITEMS; i++)
        must(queue_put(&first, &first));
    queue_close(&first);
    for (int i = 0; i < N_WORKERS; i++)
        must(pthread_create(&threads[i], NULL, download, NULL));
    queue_join(&first);
    queue_close(&second);
    for (int i = 0; i < N_WORKERS; i++)
        must(pthread_join(threads[i], NULL));
    return atomic_load(&n_lost) == N_WORKERS ? 1 : 0;
}
