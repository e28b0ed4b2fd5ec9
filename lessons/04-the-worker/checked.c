/* Check, then act: a worker asks whether there is an item, and then gets it.
 * SPDX-License-Identifier: MIT
 *
 * Two workers share a queue with one item.  A barrier holds the gap between the
 * check and the get open, so that both are in it.  Every access is under the
 * queue's lock: there is no data race.  --try does both in one call.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "blocking/queue.h"
#include "blocking/timed.h"
#include "clock.h"
#include "must.h"

static struct queue q;
static pthread_barrier_t checked;
static atomic_int n_seen, n_got, n_waits;

static void *
check_then_get(void *unused)
{
    struct timespec deadline = clock_timespec(clock_now_ns() + NS_PER_S / 2);
    bool is_there = queue_size(&q) > 0;
    void *item;

    n_seen += is_there;
    pthread_barrier_wait(&checked);
    if (!is_there)
        return unused;
    if (queue_get_until(&q, &item, &deadline) == 0)
        n_got++;
    else
        n_waits++; /* a plain get would wait for ever */
    return unused;
}

static void *
try_to_get(void *unused)
{
    void *item;

    n_got += queue_try_get(&q, &item) == 0;
    return unused;
}

int
main(int argc, char **argv)
{
    bool tries = argc > 1 && !strcmp(argv[1], "--try");
    pthread_t workers[2];

    must(queue_init(&q, "q", 0));
    must(queue_put(&q, &q));
    must(pthread_barrier_init(&checked, NULL, 2));
    for (int i = 0; i < 2; i++)
        must(pthread_create(&workers[i], NULL,
                            tries ? try_to_get : check_then_get, NULL));
    for (int i = 0; i < 2; i++)
        must(pthread_join(workers[i], NULL));
    if (!tries)
        printf("%d of 2 workers saw an item; ", n_seen);
    printf("%d got it, %d waits for another\n", n_got, n_waits);
    return n_waits ? 1 : 0;
}
