/* An atomic flag, set without the lock.
 * SPDX-License-Identifier: MIT
 *
 * There is no data race here, so no sanitizer reports anything. The worker
 * sets the flag and signals between main's check and its sleep: main sleeps
 * forever.
 *
 * verdict: deadlock
 * spin: queue -DCLOSE_WITHOUT_LOCK
 */
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t is_ready = PTHREAD_COND_INITIALIZER;
static atomic_int ready;

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
