/* Polling with the lock held.
 * SPDX-License-Identifier: MIT
 *
 * The consumer polls, naps, polls, and never releases the lock: no thread can
 * put the item that it polls for.
 *
 * verdict: livelock
 */
#include <pthread.h>
#include <sched.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int size;

static void *
produce(void *nothing)
{
    pthread_mutex_lock(&lock);
    size++;
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void *
consume(void *nothing)
{
    pthread_mutex_lock(&lock);
    while (size == 0)
        sched_yield();
    size--;
    pthread_mutex_unlock(&lock);
    return nothing;
}

int
main(void)
{
    pthread_t producer, consumer;

    pthread_create(&consumer, NULL, consume, NULL);
    pthread_create(&producer, NULL, produce, NULL);
    pthread_join(producer, NULL);
    pthread_join(consumer, NULL);
    return 0;
}
