/* A flag that is set without the lock: the wake-up falls into the gap.
 * SPDX-License-Identifier: MIT
 *
 * The flag is atomic, so there is no data race.  The consumer has looked and
 * is about to wait; there the program lets the setter run as far as it can.
 * With --lock that is up to the lock.
 */
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "must.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static atomic_bool ready;
static sem_t in_the_gap, as_far_as_it_can;

static void *
set(void *takes_the_lock)
{
    sem_wait(&in_the_gap);
    if (takes_the_lock) {
        sem_post(&as_far_as_it_can);
        must(pthread_mutex_lock(&lock));
    }
    atomic_store(&ready, true);
    must(pthread_cond_signal(&changed));
    if (takes_the_lock)
        must(pthread_mutex_unlock(&lock));
    else
        sem_post(&as_far_as_it_can);
    return NULL;
}

static int
wait_until(const struct timespec *deadline)
{
    int error = 0;

    must(pthread_mutex_lock(&lock));
    for (bool first = true; !atomic_load(&ready) && !error; first = false) {
        if (first) {
            sem_post(&in_the_gap);
            sem_wait(&as_far_as_it_can);
        }
        error = pthread_cond_timedwait(&changed, &lock, deadline);
    }
    must(pthread_mutex_unlock(&lock));
    return error;
}

int
main(int argc, char **argv)
{
    struct timespec deadline;
    pthread_t setter;
    int locks = argc > 1 && !strcmp(argv[1], "--lock");

    sem_init(&in_the_gap, 0, 0);
    sem_init(&as_far_as_it_can, 0, 0);
    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_sec++;
    must(pthread_create(&setter, NULL, set, locks ? &ready : NULL));
    int error = wait_until(&deadline);
    must(pthread_join(setter, NULL));
    printf("ready is %d; the consumer %s\n", atomic_load(&ready),
           error ? "sleeps" : "was woken");
    return error ? 1 : 0;
}
