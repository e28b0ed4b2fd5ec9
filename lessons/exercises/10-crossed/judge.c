/* The program around exercise 10: two queues, and two workers between them.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

#include "blocking/queue.h"
#include "crossed.h"
#include "must.h"

struct worker {
    struct queue *in, *out;
    int n_got;
};

void
get_from_left(struct worker *w)
{
    void *item;

    must(queue_get(w->in, &item));
    w->n_got++;
}

void
put_to_right(struct worker *w)
{
    must(queue_put(w->out, w));
}

static void *
thread(void *worker)
{
    run(worker);
    return NULL;
}

/* 1: one has got too few or too many; 2: an item is left. */
int
main(void)
{
    struct queue a, b;
    pthread_t threads[2];

    must(queue_init(&a, "a", 1));
    must(queue_init(&b, "b", 1));
    struct worker workers[] = {{&a, &b, 0}, {&b, &a, 0}};
    for (int i = 0; i < 2; i++)
        must(pthread_create(&threads[i], NULL, thread, &workers[i]));
    for (int i = 0; i < 2; i++)
        must(pthread_join(threads[i], NULL));
    for (int i = 0; i < 2; i++)
        if (workers[i].n_got != N_ROUNDS)
            return 1;
    return queue_size(&a) + queue_size(&b) == 0 ? 0 : 2;
}
