/* Three workers in a ring that pass items on in bunches.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  Compiled with -DROOM='3, 3, 3': how many items fit into
 * the queues a, b and c.  A worker first puts all that it has for its right,
 * and then gets all that is coming from its left.
 */
#include <pthread.h>
#include <semaphore.h>

#include "must.h"

enum { N_WORKERS = 3 };

/* Only how many there are is of interest. */
struct queue {
    sem_t room, items;
};

struct worker {
    struct queue *out, *in;
    int n_put, n_got;
};

static void
put(struct queue *q)
{
    sem_wait(&q->room);
    sem_post(&q->items);
}

static void
get(struct queue *q)
{
    sem_wait(&q->items);
    sem_post(&q->room);
}

static void *
run(void *argument)
{
    struct worker *w = argument;

    for (int i = 0; i < w->n_put; i++)
        put(w->out);
    for (int i = 0; i < w->n_got; i++)
        get(w->in);
    return NULL;
}

int
main(void)
{
    static const unsigned room[N_WORKERS] = {ROOM};
    struct queue a, b, c, *queues[] = {&a, &b, &c};
    struct worker workers[] = {{&a, &c, 4, 2}, {&b, &a, 3, 4}, {&c, &b, 2, 3}};
    pthread_t threads[N_WORKERS];

    for (int i = 0; i < N_WORKERS; i++) {
        sem_init(&queues[i]->room, 0, room[i]);
        sem_init(&queues[i]->items, 0, 0);
    }
    for (int i = 0; i < N_WORKERS; i++)
        must(pthread_create(&threads[i], NULL, run, &workers[i]));
    for (int i = 0; i < N_WORKERS; i++)
        must(pthread_join(threads[i], NULL));
    return 0;
}
