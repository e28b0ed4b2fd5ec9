/* Get before put, in one thread.
 * SPDX-License-Identifier: MIT
 *
 * No other thread could put. Two lines in the wrong order are a
 * deadlock without any second thread.
 *
 * verdict: deadlock
 */
#include <pthread.h>
#include <stdlib.h>

enum { CAPACITY = 1 };

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
    pthread_cond_signal(&not_empty);
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

int
main(void)
{
    int item = get();
    put(1);
    return item == 1 ? 0 : 1;
}
