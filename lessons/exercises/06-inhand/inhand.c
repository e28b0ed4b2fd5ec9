/* A consumer that naps with the lock in hand, and a producer that wants it.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  With -DRIGHT it releases the lock before it naps.
 */
#include <pthread.h>
#include <time.h>

#include "must.h"

enum { N_ITEMS = 3 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int n_items; /* lock guards it */

static void
nap(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
}

static void
between_two_looks(void)
{
#ifdef RIGHT
    must(pthread_mutex_unlock(&lock));
    nap();
#else
    nap();
    must(pthread_mutex_unlock(&lock));
#endif
    must(pthread_mutex_lock(&lock));
}

static void *
produce(void *unused)
{
    for (int i = 0; i < N_ITEMS; i++) {
        must(pthread_mutex_lock(&lock));
        n_items++;
        must(pthread_mutex_unlock(&lock));
    }
    return unused;
}

static void *
consume(void *unused)
{
    must(pthread_mutex_lock(&lock));
    for (int i = 0; i < N_ITEMS; i++) {
        while (n_items == 0)
            between_two_looks();
        n_items--;
    }
    must(pthread_mutex_unlock(&lock));
    return unused;
}

int
main(void)
{
    void *(*const bodies[])(void *) = {produce, consume};
    pthread_t threads[2];

    for (int i = 0; i < 2; i++)
        must(pthread_create(&threads[i], NULL, bodies[i], NULL));
    for (int i = 0; i < 2; i++)
        must(pthread_join(threads[i], NULL));
    return 0;
}
