/* One wait, step by step: which thread has the lock, and when is it free?
 * SPDX-License-Identifier: MIT
 *
 * Every line is printed by the thread that has the lock, so the order of the
 * lines is the order in which the threads had the lock.
 */
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

#include "must.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static int n_items; /* lock guards it */
static pthread_barrier_t begun;

static void *
consume(void *unused)
{
    (void)unused;
    must(pthread_mutex_lock(&lock));
    pthread_barrier_wait(&begun); /* with the lock: the producer comes second */
    puts("consumer: has the lock");
    while (n_items == 0) {
        puts("consumer: nothing there; waits, which releases the lock");
        must(pthread_cond_wait(&not_empty, &lock));
        puts("consumer: woke, has the lock again");
    }
    n_items--;
    puts("consumer: takes the item, releases the lock");
    must(pthread_mutex_unlock(&lock));
    return NULL;
}

static void *
produce(void *unused)
{
    (void)unused;
    pthread_barrier_wait(&begun);
    must(pthread_mutex_lock(&lock));
    puts("                                  producer: has the lock");
    n_items++;
    puts("                                  producer: puts an item, signals");
    must(pthread_cond_signal(&not_empty));
    puts("                                  producer: releases the lock");
    must(pthread_mutex_unlock(&lock));
    return NULL;
}

int
main(void)
{
    pthread_t threads[2];

    must(pthread_barrier_init(&begun, NULL, 2));
    must(pthread_create(&threads[0], NULL, consume, NULL));
    must(pthread_create(&threads[1], NULL, produce, NULL));
    must(pthread_join(threads[0], NULL));
    must(pthread_join(threads[1], NULL));
    return 0;
}
