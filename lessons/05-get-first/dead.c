/* The producer that died: no thread will put any more or close the queue.
 * SPDX-License-Identifier: MIT
 *
 * With --close it closes the queue, however it ends: from a clean-up handler.
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "blocking/timed.h"
#include "clock.h"
#include "must.h"

static struct queue q;
static int closes;

static void
leave(void *unused)
{
    (void)unused;
    if (closes)
        queue_close(&q);
}

/* Something goes wrong after the third item. */
static void *
produce(void *unused)
{
    pthread_cleanup_push(leave, unused);
    for (int i = 0; i < 3; i++)
        must(queue_put(&q, &q));
    pthread_exit(NULL);
    pthread_cleanup_pop(1);
    return NULL;
}

int
main(int argc, char **argv)
{
    pthread_t producer;
    void *item;
    int n = 0, error = 0;

    closes = argc > 1 && !strcmp(argv[1], "--close");
    must(queue_init(&q, "q", 0));
    must(pthread_create(&producer, NULL, produce, NULL));
    while (!error) {
        struct timespec soon = clock_timespec(clock_now_ns() + NS_PER_S / 2);
        error = queue_get_until(&q, &item, &soon);
        n += !error;
    }
    must(pthread_join(producer, NULL));
    printf("got %d items, then: %s\n", n,
           error == EPIPE ? "closed, no more will come" : "nothing, for ever");
    return error == EPIPE ? 0 : 1;
}
