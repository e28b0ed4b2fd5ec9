/* Workers and sentinels: how many are still there in the end?
 * SPDX-License-Identifier: MIT
 *
 * usage: sentinels WORKERS SENTINELS, or sentinels WORKERS close
 * The end is said by an item that means the end, put so many times; or by
 * closing the queue.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "clock.h"
#include "must.h"

enum { N_MAX = 64, N_ITEMS = 100 };

static struct queue q;
static char sentinel;

static void *
work(void *unused)
{
    void *item;

    while (queue_get(&q, &item) == 0) {
        must(queue_task_done(&q)); /* for the sentinel too */
        if (item == &sentinel)
            break;
    }
    return unused;
}

static void
say_the_end(const char *how)
{
    int n = !strcmp(how, "close") ? 0 : atoi(how);

    for (int i = 0; i < n; i++)
        must(queue_put(&q, &sentinel));
    if (!strcmp(how, "close"))
        queue_close(&q);
}

/* How many end by themselves; a close ends the others. */
static int
count_ended(pthread_t *threads, int n)
{
    struct timespec soon;
    int n_ended = 0, ended[N_MAX] = {0};

    clock_gettime(CLOCK_REALTIME, &soon);
    soon.tv_sec++;
    for (int i = 0; i < n; i++)
        n_ended += ended[i] = !pthread_timedjoin_np(threads[i], NULL, &soon);
    queue_close(&q);
    for (int i = 0; i < n; i++)
        if (!ended[i])
            must(pthread_join(threads[i], NULL));
    return n_ended;
}

int
main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 3;
    pthread_t threads[N_MAX];

    must(queue_init(&q, "q", 0));
    for (int i = 0; i < n && i < N_MAX; i++)
        must(pthread_create(&threads[i], NULL, work, NULL));
    for (int i = 0; i < N_ITEMS; i++)
        must(queue_put(&q, &q));
    say_the_end(argc > 2 ? argv[2] : "1");
    queue_join(&q);
    printf("join returned; of %d workers %d ended\n", n,
           count_ended(threads, n));
    return 0;
}
