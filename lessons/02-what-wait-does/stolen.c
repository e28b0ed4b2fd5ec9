/* Two waiters and one item: what happens with `if` instead of `while`?
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "must.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static pthread_cond_t all_wait = PTHREAD_COND_INITIALIZER;
/* lock guards all of these: */
static int n_items, n_waiting;
static bool closed, looks_again;

static void
wait_once(void)
{
    n_waiting++;
    must(pthread_cond_signal(&all_wait));
    must(pthread_cond_wait(&not_empty, &lock));
    n_waiting--;
}

static void *
consume(void *name)
{
    must(pthread_mutex_lock(&lock));
    if (n_items == 0)
        wait_once();
    while (looks_again && n_items == 0 && !closed)
        wait_once();
    if (!closed || n_items > 0)
        printf("%s takes 1 of %d items, %d are left\n", (const char *)name,
               n_items, n_items - 1);
    n_items -= !closed || n_items > 0;
    must(pthread_mutex_unlock(&lock));
    return NULL;
}

/* Once both wait, a single item comes, and both are woken. */
static void
put_one(void)
{
    must(pthread_mutex_lock(&lock));
    while (n_waiting < 2)
        must(pthread_cond_wait(&all_wait, &lock));
    n_items = 1;
    must(pthread_cond_broadcast(&not_empty));
    while (looks_again && n_waiting != 1)
        must(pthread_cond_wait(&all_wait, &lock));
    closed = looks_again;
    must(pthread_cond_broadcast(&not_empty));
    must(pthread_mutex_unlock(&lock));
}

int
main(int argc, char **argv)
{
    pthread_t threads[2];

    looks_again = argc > 1 && !strcmp(argv[1], "--while");
    must(pthread_create(&threads[0], NULL, consume, "one consumer"));
    must(pthread_create(&threads[1], NULL, consume, "one consumer"));
    put_one();
    must(pthread_join(threads[0], NULL));
    must(pthread_join(threads[1], NULL));
    printf("in the end there are %d items\n", n_items);
    return n_items ? 1 : 0;
}
