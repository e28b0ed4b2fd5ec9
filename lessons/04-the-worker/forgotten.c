/* The worker that never ends: main does not stop it, and waits for it.
 * SPDX-License-Identifier: MIT
 *
 * Main has all its results and joins the worker, which looks and naps for
 * ever.  After half a second main counts how often it found nothing.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "clock.h"
#include "must.h"
#include "polling/queue.h"

static struct queue in, done;
static atomic_bool stopping;

static void *
run(void *unused)
{
    void *item;

    while (!atomic_load(&stopping)) {
        if (queue_get(&in, &item) == 0)
            must(queue_put(&done, item));
        else
            clock_nap(10 * NS_PER_MS);
    }
    return unused;
}

int
main(int argc, char **argv)
{
    bool tells = argc > 1 && !strcmp(argv[1], "--tell");
    struct timespec soon;
    pthread_t worker;

    must(queue_init(&in, "in"));
    must(queue_init(&done, "done"));
    must(pthread_create(&worker, NULL, run, NULL));
    for (int i = 0; i < 100; i++)
        must(queue_put(&in, &in));
    while (queue_size(&done) < 100)
        clock_nap(NS_PER_MS);
    atomic_store(&stopping, tells);
    clock_gettime(CLOCK_REALTIME, &soon);
    soon.tv_nsec += 500000000;
    soon.tv_sec += soon.tv_nsec / 1000000000;
    soon.tv_nsec %= 1000000000;
    int error = pthread_timedjoin_np(worker, NULL, &soon);
    printf("all 100 done; the worker %s, after %zu empty looks\n",
           error ? "is still there" : "has ended",
           queue_counts(&in).empty_looks);
    return error ? 1 : 0;
}
