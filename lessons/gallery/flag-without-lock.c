/* A plain flag, set without the lock.
 * SPDX-License-Identifier: MIT
 *
 * Between main's check of the flag and its sleep the worker sets the flag
 * and signals: no thread waits yet, and none will wake. The sanitizers see the
 * race, not the hang.
 *
 * verdict: race
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t is_ready = PTHREAD_COND_INITIALIZER;
static int ready;

static void *
work(void *nothing)
{
    ready = 1;
    pthread_cond_signal(&is_ready);
    return nothing;
}

int
main(void)
{
    pthread_t worker;

    pthread_create(&worker, NULL, work, NULL);
    pthread_mutex_lock(&lock);
    while (!ready)
        pthread_cond_wait(&is_ready, &lock);
    pthread_mutex_unlock(&lock);
    pthread_join(worker, NULL);
    return 0;
}
