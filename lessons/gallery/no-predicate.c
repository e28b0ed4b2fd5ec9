/* A wait for the signal, not for its condition.
 * SPDX-License-Identifier: MIT
 *
 * A condition variable remembers nothing. When the worker is first, main waits
 * for a signal that was sent before.
 *
 * verdict: deadlock
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t is_ready = PTHREAD_COND_INITIALIZER;
static int ready;

static void *
work(void *nothing)
{
    pthread_mutex_lock(&lock);
    ready = 1;
    pthread_cond_signal(&is_ready);
    pthread_mutex_unlock(&lock);
    return nothing;
}

int
main(void)
{
    pthread_t worker;

    pthread_create(&worker, NULL, work, NULL);
    pthread_mutex_lock(&lock);
    pthread_cond_wait(&is_ready, &lock);
    pthread_mutex_unlock(&lock);
    pthread_join(worker, NULL);
    return 0;
}
