/* Get first, put later: in one thread, and in two.
 * SPDX-License-Identifier: MIT
 *
 * The get has a deadline of half a second, since in one thread it would wait
 * forever: the thread that should put is the one that waits.
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "blocking/queue.h"
#include "blocking/timed.h"
#include "clock.h"
#include "must.h"

static struct queue q;

static int
get(void)
{
    struct timespec deadline = clock_timespec(clock_now_ns() + NS_PER_S / 2);
    void *item;
    int error = queue_get_until(&q, &item, &deadline);

    printf("get: %s\n", error ? "deadline over" : "an item");
    return error;
}

static void *
put(void *unused)
{
    (void)unused;
    must(queue_put(&q, &q));
    return NULL;
}

int
main(int argc, char **argv)
{
    int in_two = argc > 1 && !strcmp(argv[1], "--two");
    pthread_t producer;

    must(queue_init(&q, "q", 0));
    if (in_two)
        must(pthread_create(&producer, NULL, put, NULL));
    int error = get();
    if (in_two)
        must(pthread_join(producer, NULL));
    else
        put(NULL);
    printf("afterwards %zu in the queue\n", queue_size(&q));
    return error;
}
