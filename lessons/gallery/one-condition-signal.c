/* One condition variable for two conditions, and signal.
 * SPDX-License-Identifier: MIT
 *
 * A put wakes one of the waiters. It may be another producer, which
 * finds the queue full and sleeps again. The consumer sleeps on.
 *
 * verdict: deadlock
 * spin: queue -DPATIENT -DONE_CONDITION
 */
#include <pthread.h>
#include <stdlib.h>

enum { CAPACITY = 1, ITEMS = 2 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
/* lock guards all of these: */
static int items[CAPACITY], size;

static void
wake(void)
{
    pthread_cond_signal(&changed);
}

static void
put(int item)
{
    pthread_mutex_lock(&lock);
    while (size == CAPACITY)
        pthread_cond_wait(&changed, &lock);
    if (size == CAPACITY)
        abort(); /* there is no room */
    items[size++] = item;
    wake();
    pthread_mutex_unlock(&lock);
}

static int
get(void)
{
    pthread_mutex_lock(&lock);
    while (size == 0)
        pthread_cond_wait(&changed, &lock);
    if (size == 0)
        abort(); /* there is no item */
    int item = items[--size];
    wake();
    pthread_mutex_unlock(&lock);
    return item;
}

static void *
produce(void *nothing)
{
    for (int i = 0; i < ITEMS; i++)
        put(i);
    return nothing;
}

static void *
consume(void *nothing)
{
    for (int i = 0; i < ITEMS; i++)
        get();
    return nothing;
}

int
main(void)
{
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, i < 2 ? produce : consume, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
