/* Loops that look again and again without a nap.  HOW: 1 tries a semaphore, 2 a
 * lock that the worker holds, 3 asks for a semaphore's value, 4 looks under a
 * lock, 5 under a read lock, 6 takes what there is under a lock, 7 as 6 and counts
 * its looks, 8 as 4, with two that look, 9 until there is no post left, 10 until a
 * deadline; 20 as 7, where others could see the count; 31 as 4, and nobody ever
 * sets it; 32 gives up after three looks, wrongly; 33 what it finds is wrong.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdbool.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static sem_t posted, left;
static int n_there, n_there_for_readers, n_looks;

static bool
look(void)
{
    int n;

    switch (HOW) {
    case 1:
        return sem_trywait(&posted) == 0;
    case 2:
        if (pthread_mutex_trylock(&held))
            return false;
        n = n_there;
        pthread_mutex_unlock(&held);
        return n > 0;
    case 3:
        sem_getvalue(&posted, &n);
        return n > 0;
    case 5:
        pthread_rwlock_rdlock(&rwlock);
        n = n_there_for_readers;
        pthread_rwlock_unlock(&rwlock);
        return n > 0;
    case 9:
        sem_getvalue(&left, &n);
        return n == 0;
    default:
        pthread_mutex_lock(&lock);
        n = n_there;
        if (HOW == 6 || HOW == 7)
            n_there = 0;
        if (HOW == 20)
            n_looks++;
        pthread_mutex_unlock(&lock);
        return n > 0;
    }
}

static void *
work(void *nothing)
{
    pthread_mutex_t *mine = HOW == 2 ? &held : &lock;

    pthread_mutex_lock(mine);
    n_there += HOW != 31;
    pthread_mutex_unlock(mine);
    pthread_rwlock_wrlock(&rwlock);
    n_there_for_readers++;
    pthread_rwlock_unlock(&rwlock);
    sem_post(&posted);
    sem_wait(&left);
    return nothing;
}

static bool
is_too_late(void)
{
    struct timespec now;

    if (HOW != 10)
        return false;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec > 2000;
}

static void *
poll_for_it(void *nothing)
{
    int rounds = 0;

    while (!look() && !is_too_late()) {
        rounds++;
        assert(HOW != 32 || rounds < 3);
    }
    assert(HOW != 33);
    assert(HOW != 7 || rounds < 1000000);
    return nothing;
}

int
main(void)
{
    pthread_t worker, other;

    sem_init(&posted, 0, 0);
    sem_init(&left, 0, 1);
    pthread_create(&worker, NULL, work, NULL);
    if (HOW == 8)
        pthread_create(&other, NULL, poll_for_it, NULL);
    poll_for_it(NULL);
    if (HOW == 8)
        pthread_join(other, NULL);
    pthread_join(worker, NULL);
    return 0;
}
