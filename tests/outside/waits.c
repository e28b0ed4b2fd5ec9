/* A program outside, in C and in C++: the blocking queue, until it is closed.
 * SPDX-License-Identifier: MIT
 */
#include <doorbell/closing.h>
#include <doorbell/tasks.h>
#include <doorbell/timed.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

enum { ITEMS = 1000, CAPACITY = 7 };

/* A name of the program's own: the library's is called doorbell_queue_wait. */
int queue_wait(void);
int
queue_wait(void)
{
    return ITEMS;
}

static void *
produce(void *queue)
{
    struct queue *q = (struct queue *)queue;

    for (intptr_t i = 1; i <= ITEMS; i++)
        if (queue_put(q, (void *)i))
            return q;
    queue_close(q);
    return NULL;
}

int
main(void)
{
    static const struct timespec never = {0, 0};
    struct queue q;
    pthread_t producer;
    intptr_t sum = 0;
    void *item, *failed;

    if (queue_init(&q, "outside", CAPACITY) || queue_try_get(&q, &item) == 0 ||
        pthread_create(&producer, NULL, produce, &q))
        return 1;
    while (queue_get(&q, &item) == 0) {
        sum += (intptr_t)item;
        queue_task_done(&q);
    }
    queue_join(&q);
    pthread_join(producer, &failed);
    printf("%ld\n", (long)sum);
    return failed || sum != ITEMS * (queue_wait() + 1) / 2 ||
           queue_get_until(&q, &item, &never) == 0 || queue_destroy(&q);
}
