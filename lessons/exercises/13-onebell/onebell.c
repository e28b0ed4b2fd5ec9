/* One condition variable for two conditions: two puts, two gets, room for one.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  There is an item in the queue when it begins.
 */
#include <pthread.h>

#include "must.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int n_items = 1; /* lock guards it */

static void *
produce(void *unused)
{
    must(pthread_mutex_lock(&lock));
    while (n_items == 1)
        must(pthread_cond_wait(&changed, &lock));
    n_items++;
    must(pthread_cond_signal(&changed));
    must(pthread_mutex_unlock(&lock));
    return unused;
}

static void *
consume(void *unused)
{
    must(pthread_mutex_lock(&lock));
    while (n_items == 0)
        must(pthread_cond_wait(&changed, &lock));
    n_items--;
    must(pthread_cond_signal(&changed));
    must(pthread_mutex_unlock(&lock));
    return unused;
}

int
main(void)
{
    void *(*const bodies[])(void *) = {produce, consume, produce, consume};
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        must(pthread_create(&threads[i], NULL, bodies[i], NULL));
    for (int i = 0; i < 4; i++)
        must(pthread_join(threads[i], NULL));
    return 0;
}
