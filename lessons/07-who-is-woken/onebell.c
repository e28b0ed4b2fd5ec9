/* One condition variable for two conditions: which thread is woken?
 * SPDX-License-Identifier: MIT
 *
 * Room for one, and two consumers wait.  An item is put while a producer is at
 * the lock; a consumer takes it and signals.  usage: onebell [broadcast|two]
 */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "must.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t one = PTHREAD_COND_INITIALIZER;
static pthread_cond_t other = PTHREAD_COND_INITIALIZER;
static pthread_cond_t *not_empty = &one, *not_full = &one;
static int (*wake)(pthread_cond_t *) = pthread_cond_signal;
/* lock guards all of these: */
static int n_items, n_got, n_put, ended;

static void *
consume(void *unused)
{
    must(pthread_mutex_lock(&lock));
    while (n_items == 0 && !ended)
        must(pthread_cond_wait(not_empty, &lock));
    if (n_items > 0) {
        n_items--, n_got++;
        must(wake(not_full));
    }
    must(pthread_mutex_unlock(&lock));
    return unused;
}

static void *
produce(void *unused)
{
    must(pthread_mutex_lock(&lock));
    while (n_items == 1 && !ended)
        must(pthread_cond_wait(not_full, &lock));
    if (n_items == 0) {
        n_items++, n_put++;
        must(wake(not_empty));
    }
    must(pthread_mutex_unlock(&lock));
    return unused;
}

int
main(int argc, char **argv)
{
    void *(*const bodies[])(void *) = {consume, consume, produce};
    pthread_t threads[3];

    if (argc > 1 && !strcmp(argv[1], "broadcast"))
        wake = pthread_cond_broadcast;
    if (argc > 1 && !strcmp(argv[1], "two"))
        not_full = &other;
    for (int i = 0; i < 3; i++) {
        if (i == 2)
            must(pthread_mutex_lock(&lock)); /* the producer waits for it */
        must(pthread_create(&threads[i], NULL, bodies[i], NULL));
        clock_nap(30 * NS_PER_MS); /* until it waits */
    }
    n_items = 1;
    must(wake(not_empty));
    clock_nap(30 *
              NS_PER_MS); /* the woken consumer waits behind the producer */
    must(pthread_mutex_unlock(&lock));
    clock_nap(300 * NS_PER_MS); /* until no thread can go on */
    must(pthread_mutex_lock(&lock));
    printf("%d got, %d put, %d in the queue\n", n_got, n_put, n_items);
    ended = 1;
    must(pthread_cond_broadcast(&one));
    must(pthread_cond_broadcast(&other));
    must(pthread_mutex_unlock(&lock));
    for (int i = 0; i < 3; i++)
        must(pthread_join(threads[i], NULL));
    return n_got == 2 ? 0 : 1;
}
