/* A ring of bounded queues.
 * SPDX-License-Identifier: MIT
 *
 * Each stage puts into the next, and the last one into the first. Once all
 * queues are full, every stage holds an item and waits for room, in a
 * circle.
 *
 * verdict: deadlock
 */
#include <pthread.h>
#include <semaphore.h>

enum { CAPACITY = 1, STAGES = 2, ITEMS = 4 };

/* A queue each: how much room it has, how many items. */
static sem_t room[STAGES], items[STAGES];

/* Takes from its own queue and puts into the next; the last one's next is the
 * first: what is not right yet goes round again.
 */
static void *
work(void *stage)
{
    int me = *(int *)stage, next = (me + 1) % STAGES;

    for (int i = 0; i < ITEMS / 2; i++) {
        sem_wait(&items[me]);
        sem_post(&room[me]);
        sem_wait(&room[next]);
        sem_post(&items[next]);
    }
    return NULL;
}

int
main(void)
{
    static int stages[STAGES] = {0, 1};
    pthread_t threads[STAGES];

    for (int i = 0; i < STAGES; i++) {
        sem_init(&room[i], 0, CAPACITY);
        sem_init(&items[i], 0, 0);
    }
    for (int i = 0; i < STAGES; i++)
        pthread_create(&threads[i], NULL, work, &stages[i]);
    for (int i = 0; i < 4; i++) { /* no more than the ring can carry */
        sem_wait(&room[i % STAGES]);
        sem_post(&items[i % STAGES]);
    }
    for (int i = 0; i < STAGES; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
