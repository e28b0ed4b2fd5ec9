/* A program outside: a producer and a consumer on the fast queue.
 * SPDX-License-Identifier: MIT
 */
#include <doorbell/ring.h>
#include <pthread.h>
#include <stdio.h>

enum { ITEMS = 1000, CAPACITY = 7 };

static void *
produce(void *ring)
{
    for (size_t i = 1; i <= ITEMS; i++)
        if (ring_put(ring, (void *)(uintptr_t)i))
            return ring;
    ring_close(ring);
    return NULL;
}

int
main(void)
{
    struct ring *ring;
    pthread_t producer;
    uintptr_t sum = 0;
    void *item, *failed;

    if (ring_create(&ring, CAPACITY, RING_ONE_PRODUCER | RING_ONE_CONSUMER) ||
        pthread_create(&producer, NULL, produce, ring))
        return 1;
    while (ring_get(ring, &item) == 0) {
        sum += (uintptr_t)item;
        ring_task_done(ring);
    }
    ring_join(ring);
    pthread_join(producer, &failed);
    printf("%zu\n", (size_t)sum);
    return failed || sum != ITEMS * (ITEMS + 1) / 2 || ring_destroy(ring);
}
