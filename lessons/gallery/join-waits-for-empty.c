/* A join that waits for an empty queue.
 * SPDX-License-Identifier: MIT
 *
 * Empty is not finished: the worker still holds the last item.
 *
 * verdict: failed
 * spin: queue -DJOIN_WAITS_FOR_EMPTY
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
/* lock guards all of these: */
static int size = 1, unfinished = 1, result;

static void *
work(void *nothing)
{
    pthread_mutex_lock(&lock);
    size--;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    int made = 42; /* the work, without the lock */
    pthread_mutex_lock(&lock);
    result = made;
    unfinished--;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return nothing;
}

int
main(void)
{
    pthread_t worker;

    pthread_create(&worker, NULL, work, NULL);
    pthread_mutex_lock(&lock);
    while (size)
        pthread_cond_wait(&changed, &lock);
    int seen = result;
    pthread_mutex_unlock(&lock);
    pthread_join(worker, NULL);
    return seen == 42 ? 0 : 1;
}
