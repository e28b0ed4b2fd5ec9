/* A lock destroyed before its last user.
 * SPDX-License-Identifier: MIT
 *
 * Main is finished with the lock and destroys it. The worker has not even
 * begun.
 *
 * verdict: destroyed
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *
work(void *nothing)
{
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    return nothing;
}

int
main(void)
{
    pthread_t worker;

    pthread_create(&worker, NULL, work, NULL);
    pthread_mutex_destroy(&lock);
    pthread_join(worker, NULL);
    return 0;
}
