/* Faults whose story is read.  HOW: 1 a semaphore with one post and two that take,
 * 2 a lock whose holder has ended, 3 a lock destroyed and its memory given back
 * before its last use, 4 a count below 0 that is unsigned, with an allocation, 5
 * two that spin for each other.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdlib.h>

struct shared {
    pthread_mutex_t lock;
    int n;
};

static sem_t permits;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static atomic_int of_main, of_worker;
unsigned n_left;
int balance;

static void
use(struct shared *shared)
{
    pthread_mutex_lock(&shared->lock);
    shared->n++;
    pthread_mutex_unlock(&shared->lock);
}

static void
count_down(void)
{
    char *block = malloc(8);

    pthread_mutex_lock(&lock);
    n_left--;
    balance--;
    pthread_mutex_unlock(&lock);
    free(block);
}

static void *
work(void *shared)
{
    switch (HOW) {
    case 1:
        sem_wait(&permits);
        break;
    case 2:
        pthread_mutex_lock(&lock);
        break;
    case 3:
        use(shared);
        break;
    case 4:
        count_down();
        break;
    default:
        while (!atomic_load(&of_main))
            continue;
        atomic_store(&of_worker, 1);
    }
    return NULL;
}

int
main(void)
{
    pthread_t worker, other;
    struct shared *shared = malloc(sizeof(*shared));

    if (!shared)
        return 0;
    pthread_mutex_init(&shared->lock, NULL);
    pthread_create(&worker, NULL, work, shared);
    if (HOW == 1) {
        pthread_create(&other, NULL, work, shared);
        sem_post(&permits);
        pthread_join(other, NULL);
    }
    if (HOW == 3) {
        pthread_mutex_destroy(&shared->lock);
        free(shared);
    }
    if (HOW == 5) {
        while (!atomic_load(&of_worker))
            continue;
        atomic_store(&of_main, 1);
    }
    pthread_join(worker, NULL);
    pthread_mutex_lock(&lock);
    assert(HOW != 4 || n_left == 0);
    pthread_mutex_unlock(&lock);
    return 0;
}
