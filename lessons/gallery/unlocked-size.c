/* Size is read without the lock.
 * SPDX-License-Identifier: MIT
 *
 * "It is only a read": but nothing orders it and the writes of others, and
 * the compiler may read once for all.
 *
 * verdict: race
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int size; /* lock guards it */

static void *
put(void *nothing)
{
    pthread_mutex_lock(&lock);
    size++;
    pthread_mutex_unlock(&lock);
    return nothing;
}

static int
get_size(void)
{
    int seen = size;
    return seen;
}

int
main(void)
{
    pthread_t producer;

    pthread_create(&producer, NULL, put, NULL);
    int seen = get_size();
    pthread_join(producer, NULL);
    return seen > 1;
}
