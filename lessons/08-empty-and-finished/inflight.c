/* When is the work finished?  Three ways to believe so, and how much was done.
 * SPDX-License-Identifier: MIT
 *
 * One worker takes 20 ms for each of ten items.  Main waits until it believes
 * that all is finished: until the queue is empty (--empty), until a join that
 * the worker releases before it works (--early), or after (as it should be).
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

enum { N_ITEMS = 10 };

static struct queue q;
static atomic_int n_done;
static int early;

static void *
work(void *unused)
{
    void *item;

    while (queue_get(&q, &item) == 0) {
        if (early)
            must(queue_task_done(&q));
        clock_nap(20 * NS_PER_MS); /* the work */
        atomic_fetch_add(&n_done, 1);
        if (!early)
            must(queue_task_done(&q));
    }
    return unused;
}

int
main(int argc, char **argv)
{
    const char *way = argc > 1 ? argv[1] : "";
    pthread_t worker;

    early = !strcmp(way, "--early");
    must(queue_init(&q, "q", 0));
    must(pthread_create(&worker, NULL, work, NULL));
    for (int i = 0; i < N_ITEMS; i++)
        must(queue_put(&q, &q));
    while (!strcmp(way, "--empty") && queue_size(&q) > 0)
        clock_nap(NS_PER_MS);
    if (strcmp(way, "--empty"))
        queue_join(&q);
    int n = atomic_load(&n_done);
    printf("main believes that all is finished: %d of %d are\n", n, N_ITEMS);
    queue_close(&q);
    must(pthread_join(worker, NULL));
    return n == N_ITEMS ? 0 : 1;
}
