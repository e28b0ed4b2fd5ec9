/* Two threads count in words of their own making, of which nothing is seen where
 * this is not instrumented.  With -DLOCKED they count under the lock that is seen.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static atomic_int n_done;

static void *
count(void *nothing)
{
#ifndef LOCKED
    n_done++;
#endif
    pthread_mutex_lock(&lock);
#ifdef LOCKED
    n_done++;
#endif
    pthread_mutex_unlock(&lock);
    return nothing;
}

int
main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, count, NULL);
    pthread_create(&two, NULL, count, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
