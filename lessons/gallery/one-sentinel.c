/* Three workers and one sentinel.
 * SPDX-License-Identifier: MIT
 *
 * The end is an item in the queue. The first worker takes it, ends, and the
 * others wait for theirs.
 *
 * verdict: deadlock
 */
#include <pthread.h>
#include <stdlib.h>

enum { CAPACITY = 4, END = -1 };

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

static void *
work(void *nothing)
{
    while (get() != END)
        continue;
    return nothing;
}

int
main(void)
{
    pthread_t workers[3];

    for (int i = 0; i < 3; i++)
        pthread_create(&workers[i], NULL, work, NULL);
    put(1);
    for (int i = 0; i < 1; i++)
        put(END);
    for (int i = 0; i < 3; i++)
        pthread_join(workers[i], NULL);
    return 0;
}
