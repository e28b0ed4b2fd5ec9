/* Two locks, taken in two orders.
 * SPDX-License-Identifier: MIT
 *
 * Each thread holds the lock that the other wants.
 *
 * verdict: deadlock
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t second = PTHREAD_MUTEX_INITIALIZER;

static void *
there(void *nothing)
{
    pthread_mutex_lock(&first);
    pthread_mutex_lock(&second);
    pthread_mutex_unlock(&second);
    pthread_mutex_unlock(&first);
    return nothing;
}

static void *
back(void *nothing)
{
    pthread_mutex_lock(&second);
    pthread_mutex_lock(&first); /* as no other thread */
    pthread_mutex_unlock(&second);
    pthread_mutex_unlock(&first);
    return nothing;
}

int
main(void)
{
    pthread_t threads[2];

    pthread_create(&threads[0], NULL, there, NULL);
    pthread_create(&threads[1], NULL, back, NULL);
    pthread_join(threads[0], NULL);
    pthread_join(threads[1], NULL);
    return 0;
}
