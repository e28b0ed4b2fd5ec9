/* A bounded queue of what is done, which no thread drains while work goes on.
 * SPDX-License-Identifier: MIT
 *
 * Main puts all items, waits until all are worked on, and then looks at what
 * is done: in that order.  The worker cannot finish the 11th.
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "clock.h"
#include "must.h"

enum { N_ITEMS = 100 };

static struct queue in, done;

static void *
work(void *unused)
{
    void *item;

    (void)unused;
    while (!queue_get(&in, &item) && !queue_put(&done, item))
        must(queue_task_done(&in));
    return NULL;
}

int
main(int argc, char **argv)
{
    size_t capacity = argc > 1 ? strtoul(argv[1], NULL, 10) : 10;
    struct timespec deadline;
    pthread_t worker;

    must(queue_init(&in, "in", 0));
    must(queue_init(&done, "done", capacity));
    must(pthread_create(&worker, NULL, work, NULL));
    for (int i = 0; i < N_ITEMS; i++)
        must(queue_put(&in, &in));
    deadline = clock_timespec(clock_now_ns() + NS_PER_S / 2);
    int error = queue_join_until(&in, &deadline);
    printf("room for %zu: %zu of %d done, %s\n", capacity, queue_size(&done),
           N_ITEMS, error ? "and there it stays" : "all of them");
    queue_close(&in);
    queue_close(&done);
    must(pthread_join(worker, NULL));
    return error ? 1 : 0;
}
