/* Four clerks and main: after schedule.txt, which thread waits for which?
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  Semaphores replace queues without a bound: a post is a
 * put, a wait is a get.
 */
#include <pthread.h>
#include <semaphore.h>

#include "array_len.h"
#include "must.h"

static pthread_mutex_t desk = PTHREAD_MUTEX_INITIALIZER;
static sem_t letters, copies;

/* Reads a letter as it comes, and answers the next one at the desk. */
static void *
anna(void *unused)
{
    pthread_setname_np(pthread_self(), "anna");
    sem_wait(&letters);
    must(pthread_mutex_lock(&desk));
    sem_wait(&letters);
    must(pthread_mutex_unlock(&desk));
    return unused;
}

/* Sends a letter, and writes another at the desk. */
static void *
bert(void *unused)
{
    pthread_setname_np(pthread_self(), "bert");
    sem_post(&letters);
    must(pthread_mutex_lock(&desk));
    sem_post(&letters);
    must(pthread_mutex_unlock(&desk));
    return unused;
}

/* Files two copies. */
static void *
cleo(void *unused)
{
    pthread_setname_np(pthread_self(), "cleo");
    sem_wait(&copies);
    sem_wait(&copies);
    return unused;
}

/* Makes them; after the first there is no paper left. */
static void *
dora(void *unused)
{
    pthread_setname_np(pthread_self(), "dora");
    sem_post(&copies);
    return unused;
}

int
main(void)
{
    void *(*const clerks[])(void *) = {anna, bert, cleo, dora};
    pthread_t threads[ARRAY_LEN(clerks)];

    sem_init(&letters, 0, 0);
    sem_init(&copies, 0, 0);
    for (size_t i = 0; i < ARRAY_LEN(clerks); i++)
        must(pthread_create(&threads[i], NULL, clerks[i], NULL));
    for (size_t i = 0; i < ARRAY_LEN(clerks); i++)
        must(pthread_join(threads[i], NULL));
    return 0;
}
