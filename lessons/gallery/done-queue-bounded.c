/* A bounded done queue that no thread drains.
 * SPDX-License-Identifier: MIT
 *
 * Main joins the worker before it takes the results, and the worker waits
 * for room among them.
 *
 * verdict: deadlock
 */
#include <pthread.h>
#include <semaphore.h>

enum { CAPACITY = 1, ITEMS = 2 };

static sem_t room, items; /* of the done queue */

static void *
work(void *nothing)
{
    for (int i = 0; i < ITEMS; i++) {
        sem_wait(&room);
        sem_post(&items);
    }
    return nothing;
}

int
main(void)
{
    pthread_t worker;

    sem_init(&room, 0, CAPACITY);
    sem_init(&items, 0, 0);
    pthread_create(&worker, NULL, work, NULL);
    pthread_join(worker, NULL); /* and only then look at the results */
    for (int i = 0; i < ITEMS; i++)
        sem_wait(&items);
    return 0;
}
