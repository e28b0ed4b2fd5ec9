/* Main puts the first item, which is then left over.
 * SPDX-License-Identifier: MIT
 *
 * What a worker gets from its left it is to pass on to its right.  Nobody else
 * puts anything.  Each is to get three items, and nothing is to be left.
 */
#include <pthread.h>

#include "blocking/queue.h"
#include "must.h"

enum { N_ROUNDS = 3 };

struct worker {
    struct queue *in, *out;
    int n_got;
};

static void
get_one(struct worker *w)
{
    void *item;

    must(queue_get(w->in, &item));
    w->n_got++;
}

static void *
run(void *argument)
{
    struct worker *w = argument;

    for (int i = 0; i < N_ROUNDS; i++) {
        get_one(w);
        must(queue_put(w->out, w));
    }
    return NULL;
}

int
main(void)
{
    struct queue a, b;
    pthread_t threads[2];

    must(queue_init(&a, "a", 1));
    must(queue_init(&b, "b", 1));
    struct worker workers[] = {{&a, &b, 0}, {&b, &a, 0}};
    must(queue_put(&a, &a));
    for (int i = 0; i < 2; i++)
        must(pthread_create(&threads[i], NULL, run, &workers[i]));
    for (int i = 0; i < 2; i++)
        must(pthread_join(threads[i], NULL));
    for (int i = 0; i < 2; i++)
        if (workers[i].n_got != N_ROUNDS)
            return 1;
    return queue_size(&a) + queue_size(&b) == 0 ? 0 : 2;
}
