/* In what order are the stages stopped, and how much arrives?
 * SPDX-License-Identifier: MIT
 *
 * Two stages: the first takes 10 ms for each of twenty items, the second none.
 * With --all-at-once both queues are closed before any thread is joined.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "clock.h"
#include "must.h"

enum { N_ITEMS = 20 };

static struct queue first, second;
static atomic_int n_lost, n_arrived;

static void *
download(void *unused)
{
    void *item;

    while (queue_get(&first, &item) == 0) {
        clock_nap(10 * NS_PER_MS);
        if (queue_put(&second, item))
            atomic_fetch_add(&n_lost, 1); /* closed: it is refused */
        must(queue_task_done(&first));
    }
    return unused;
}

static void *
upload(void *unused)
{
    void *item;

    while (queue_get(&second, &item) == 0) {
        atomic_fetch_add(&n_arrived, 1);
        must(queue_task_done(&second));
    }
    return unused;
}

static void
stop(int all_at_once)
{
    queue_close(&first);
    if (all_at_once)
        queue_close(&second);
    queue_join(&first); /* now no thread puts into the second */
    queue_close(&second);
    queue_join(&second);
}

int
main(int argc, char **argv)
{
    pthread_t threads[2];

    must(queue_init(&first, "first", 0));
    must(queue_init(&second, "second", 0));
    must(pthread_create(&threads[0], NULL, download, NULL));
    must(pthread_create(&threads[1], NULL, upload, NULL));
    for (int i = 0; i < N_ITEMS; i++)
        must(queue_put(&first, &first));
    stop(argc > 1 && !strcmp(argv[1], "--all-at-once"));
    must(pthread_join(threads[0], NULL));
    must(pthread_join(threads[1], NULL));
    printf("%d of %d arrived, %d were turned away\n", atomic_load(&n_arrived),
           N_ITEMS, atomic_load(&n_lost));
    return atomic_load(&n_arrived) == N_ITEMS ? 0 : 1;
}
