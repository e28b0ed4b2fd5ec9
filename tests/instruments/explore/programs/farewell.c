/* A worker says that it is through before it has let go of what main ends then.
 * HOW: 1 says so by an atomic store, 2 by a semaphore, 3 under another lock, 4 as
 * 1, and the memory is freed, not destroyed; and it has yet to 5 unlock a
 * read-write lock, 6 wake a waiter under the lock, 7 post a semaphore.  20 more:
 * main joins first, and there is no fault.  41: the last of two ends all, rightly.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

enum { WAY = HOW % 20, LAST = HOW == 41 };

static struct shared {
    pthread_mutex_t lock;
    pthread_rwlock_t rwlock;
    pthread_cond_t rung;
    sem_t posted;
    int n_left;
} * shared;

static atomic_bool is_through;
static sem_t through;
static pthread_mutex_t other = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t heard = PTHREAD_COND_INITIALIZER;
static bool is_said;

static void
say(void)
{
    if (WAY == 2) {
        sem_post(&through);
    } else if (WAY == 3) {
        pthread_mutex_lock(&other);
        is_said = true;
        pthread_cond_signal(&heard);
        pthread_mutex_unlock(&other);
    } else {
        atomic_store(&is_through, true);
    }
}

static void
hear(void)
{
    if (WAY == 2) {
        sem_wait(&through);
    } else if (WAY == 3) {
        pthread_mutex_lock(&other);
        while (!is_said)
            pthread_cond_wait(&heard, &other);
        pthread_mutex_unlock(&other);
    } else {
        while (!atomic_load(&is_through))
            sched_yield();
    }
}

static void
end_shared(void)
{
    if (WAY != 4) {
        pthread_mutex_destroy(&shared->lock);
        pthread_rwlock_destroy(&shared->rwlock);
        pthread_cond_destroy(&shared->rung);
        sem_destroy(&shared->posted);
    }
    free(shared);
}

static void *
work(void *nothing)
{
    if (WAY == 5) {
        pthread_rwlock_rdlock(&shared->rwlock);
        say();
        pthread_rwlock_unlock(&shared->rwlock);
        return nothing;
    }
    if (WAY == 7) {
        say();
        sem_post(&shared->posted);
        return nothing;
    }
    pthread_mutex_lock(&shared->lock);
    say();
    if (WAY == 6)
        pthread_cond_signal(&shared->rung);
    pthread_mutex_unlock(&shared->lock);
    return nothing;
}

static void *
leave(void *nothing)
{
    pthread_mutex_lock(&shared->lock);
    bool is_last = --shared->n_left == 0;
    pthread_mutex_unlock(&shared->lock);
    if (is_last)
        end_shared();
    return nothing;
}

int
main(void)
{
    pthread_t thread;

    shared = malloc(sizeof(*shared));
    pthread_mutex_init(&shared->lock, NULL);
    pthread_rwlock_init(&shared->rwlock, NULL);
    pthread_cond_init(&shared->rung, NULL);
    sem_init(&shared->posted, 0, 0);
    sem_init(&through, 0, 0);
    shared->n_left = 2;
    pthread_create(&thread, NULL, LAST ? leave : work, NULL);
    if (LAST) {
        leave(NULL);
    } else {
        hear();
        if (HOW > 20)
            pthread_join(thread, NULL);
        end_shared();
    }
    if (HOW < 20 || LAST)
        pthread_join(thread, NULL);
    return 0;
}
