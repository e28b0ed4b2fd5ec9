/* The error path: an item fails, and no thread reports it done.
 * SPDX-License-Identifier: MIT
 *
 * Item 3 of 10 cannot be worked on.  The worker goes on with the next one, and
 * the join waits forever; here for half a second.  With --always task_done is
 * said on every way out, as Python's finally does.
 */
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "clock.h"
#include "must.h"

enum { N_ITEMS = 10 };

static struct queue q;
static int items[N_ITEMS];
static bool always;

static int
work_on(const int *item)
{
    return item == &items[3] ? EIO : 0;
}

static void *
work(void *unused)
{
    void *item;

    while (queue_get(&q, &item) == 0) {
        int error = work_on(item);
        if (error && !always)
            continue; /* something is wrong here */
        must(queue_task_done(&q));
    }
    return unused;
}

int
main(int argc, char **argv)
{
    pthread_t worker;

    always = argc > 1 && !strcmp(argv[1], "--always");
    must(queue_init(&q, "q", 0));
    must(pthread_create(&worker, NULL, work, NULL));
    for (int i = 0; i < N_ITEMS; i++)
        must(queue_put(&q, &items[i]));
    struct timespec deadline = clock_timespec(clock_now_ns() + NS_PER_S / 2);
    int error = queue_join_until(&q, &deadline);
    printf("join: %s; %zu in the queue, %zu unfinished\n",
           error ? "still waits" : "returned", queue_size(&q),
           queue_unfinished(&q));
    queue_close(&q);
    must(pthread_join(worker, NULL));
    return error ? 1 : 0;
}
