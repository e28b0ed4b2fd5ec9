/* Two workers that get from each other, and one that begins.
 * SPDX-License-Identifier: MIT
 *
 * Each first gets and then puts; so each waits for the other.  With --begin
 * main puts the first item, and it goes round.
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "blocking/queue.h"
#include "blocking/timed.h"
#include "clock.h"
#include "must.h"

enum { N_ROUNDS = 3 };

struct worker {
    const char *name;
    struct queue *in, *out;
    int n_got;
};

static void *
run(void *argument)
{
    struct worker *w = argument;
    struct timespec deadline = clock_timespec(clock_now_ns() + NS_PER_S / 2);
    void *item;

    for (int i = 0; i < N_ROUNDS; i++) {
        if (queue_get_until(w->in, &item, &deadline) == ETIMEDOUT)
            return NULL;
        w->n_got++;
        must(queue_put(w->out, item));
    }
    return NULL;
}

int
main(int argc, char **argv)
{
    struct queue a, b;
    pthread_t threads[2];

    must(queue_init(&a, "a", 0));
    must(queue_init(&b, "b", 0));
    struct worker workers[] = {{"left", &a, &b, 0}, {"right", &b, &a, 0}};
    if (argc > 1 && !strcmp(argv[1], "--begin"))
        must(queue_put(&a, &a));
    for (int i = 0; i < 2; i++)
        must(pthread_create(&threads[i], NULL, run, &workers[i]));
    for (int i = 0; i < 2; i++)
        must(pthread_join(threads[i], NULL));
    for (int i = 0; i < 2; i++)
        printf("%-5s got %d of %d from %s\n", workers[i].name, workers[i].n_got,
               N_ROUNDS, workers[i].in->name);
    return workers[0].n_got == N_ROUNDS ? 0 : 1;
}
