/* A close that sets its bit in a word that the holder of the lock stores.
 * SPDX-License-Identifier: MIT
 *
 * The put holds the lock and has read the position. The close sets the bit in it,
 * by one atomic instruction. The put stores the position with its item: the bit is
 * gone, and the queue is open again.
 *
 * verdict: failed
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

enum { CLOSED = 1, ITEM = 2 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static atomic_uint position; /* the items that were put, and the bit */

static bool
put(void)
{
    pthread_mutex_lock(&lock);
    unsigned seen = atomic_load(&position);
    bool is_open = !(seen & CLOSED);

    if (is_open)
        atomic_store(&position, seen + ITEM);
    pthread_mutex_unlock(&lock);
    return is_open;
}

static void
close_it(void)
{
    atomic_fetch_or(&position, CLOSED);
}

static void *
produce(void *nothing)
{
    while (put() && atomic_load(&position) < 3 * ITEM)
        continue;
    return nothing;
}

int
main(void)
{
    pthread_t producer;

    pthread_create(&producer, NULL, produce, NULL);
    close_it();
    pthread_join(producer, NULL);
    return !(atomic_load(&position) & CLOSED);
}
