/* A program that counts what is unfinished beside a thread that has one item at a
 * time: each count is one that there was.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

#include "ring/ring.h"

enum { ITEMS = 2, FAULT = 1 };

static void *
work(void *queue)
{
    void *item;

    for (int i = 0; i < ITEMS; i++) {
        ring_put(queue, NULL);
        ring_get(queue, &item);
        ring_task_done(queue);
    }
    return NULL;
}

int
main(void)
{
    struct ring *r;
    pthread_t worker;

    if (ring_create(&r, 1, 0) || pthread_create(&worker, NULL, work, r))
        return FAULT;
    size_t n = ring_unfinished(r);
    pthread_join(worker, NULL);
    return ring_destroy(r) || n > 1 ? FAULT : 0;
}
