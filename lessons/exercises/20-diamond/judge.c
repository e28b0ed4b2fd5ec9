/* The program around exercise 20: a diamond of four stages, and its stop.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

#include "must.h"
#include "stages.h"

enum { N_ITEMS = 2 };

struct queue a, b, c, d;

static void *
split(void *unused)
{
    void *item;

    for (int i = 0; queue_get(&a, &item) == 0; i++) {
        (void)queue_put(i % 2 ? &c : &b, item); /* closed: it is lost */
        must(queue_task_done(&a));
    }
    return unused;
}

static void *
carry(void *from)
{
    void *item;

    while (queue_get(from, &item) == 0) {
        (void)queue_put(&d, item);
        must(queue_task_done(from));
    }
    return NULL;
}

/* 1: an item has not got into d. */
int
main(void)
{
    struct queue *queues[] = {&a, &b, &c, &d};
    void *(*const bodies[])(void *) = {split, carry, carry};
    pthread_t threads[3];
    void *item;
    int n = 0;

    for (int i = 0; i < 4; i++)
        must(queue_init(queues[i], (const char *[]){"a", "b", "c", "d"}[i], 0));
    for (int i = 0; i < 3; i++)
        must(pthread_create(&threads[i], NULL, bodies[i], queues[i]));
    for (int i = 0; i < N_ITEMS; i++)
        must(queue_put(&a, &a));
    stop();
    while (queue_get(&d, &item) == 0)
        n++;
    for (int i = 0; i < 3; i++)
        must(pthread_join(threads[i], NULL));
    return n == N_ITEMS ? 0 : 1;
}
