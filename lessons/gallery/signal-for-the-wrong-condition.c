/* A put that signals the producers.
 * SPDX-License-Identifier: MIT
 *
 * The two condition variables are mixed up in put: the consumer is never
 * woken for the item.
 *
 * verdict: deadlock
 */
#include <pthread.h>
#include <stdlib.h>

enum { CAPACITY = 1, ITEMS = 2 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static pthread_cond_t not_full = PTHREAD_COND_INITIALIZER;
/* lock guards all of these: */
static int items[CAPACITY], size;

static void
put(int item)
{
    pthread_mutex_lock(&lock);
    while (size == CAPACITY)
        pthread_cond_wait(&not_full, &lock);
    if (size == CAPACITY)
        abort(); /* there is no room */
    items[size++] = item;
    pthread_cond_signal(&not_full);
    pthread_mutex_unlock(&lock);
}

static int
get(void)
{
    pthread_mutex_lock(&lock);
    while (size == 0)
        pthread_cond_wait(&not_empty, &lock);
    if (size == 0)
        abort(); /* there is no item */
    int item = items[--size];
    pthread_cond_signal(&not_full);
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
