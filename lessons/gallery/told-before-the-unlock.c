/* A worker that says it is through, and still holds the lock.
 * SPDX-License-Identifier: MIT
 *
 * Main hears that the worker is through and destroys the lock. The worker has
 * not unlocked it yet.
 *
 * verdict: destroyed
 */
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static sem_t through;

static void *
work(void *nothing)
{
    pthread_mutex_lock(&lock);
    sem_post(&through);
    pthread_mutex_unlock(&lock);
    return nothing;
}

int
main(void)
{
    pthread_t worker;

    sem_init(&through, 0, 0);
    pthread_create(&worker, NULL, work, NULL);
    sem_wait(&through);
    pthread_mutex_destroy(&lock);
    pthread_join(worker, NULL);
    return 0;
}
