/* Two producers and one deque, without its lock: what is lost?
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "deque.h"
#include "must.h"

enum { N_EACH = 2000000 };

static struct deque items;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t start; /* or one is done before the other begins */
static int takes_lock;

static void *
produce(void *argument)
{
    pthread_barrier_wait(&start);
    for (int i = 0; i < N_EACH; i++) {
        if (takes_lock)
            must(pthread_mutex_lock(&lock));
        must(deque_push(&items, argument));
        if (takes_lock)
            must(pthread_mutex_unlock(&lock));
    }
    return NULL;
}

/* Room for all beforehand: a ring that grows under two threads would not lose
 * items but crash.
 */
static void
make_room(void)
{
    void *item;

    for (int i = 0; i < 2 * N_EACH; i++)
        must(deque_push(&items, NULL));
    while (deque_pop(&items, &item))
        continue;
}

int
main(int argc, char **argv)
{
    pthread_t threads[2];

    takes_lock = argc > 1 && !strcmp(argv[1], "--lock");
    make_room();
    must(pthread_barrier_init(&start, NULL, 2));
    for (int i = 0; i < 2; i++)
        must(pthread_create(&threads[i], NULL, produce, &items));
    for (int i = 0; i < 2; i++)
        must(pthread_join(threads[i], NULL));
    printf("put %d, there are %zu: %s\n", 2 * N_EACH, items.size,
           items.size == 2 * N_EACH ? "all of them" : "some were lost");
    return items.size == 2 * N_EACH ? EXIT_SUCCESS : EXIT_FAILURE;
}
