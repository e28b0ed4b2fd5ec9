/* A ring of bounded queues: each waits for room that the other would make.
 * SPDX-License-Identifier: MIT
 *
 * Two workers exchange items.  Each puts two before it gets one.  With room
 * for one, both wait; here for half a second, else forever.
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "blocking/queue.h"
#include "blocking/timed.h"
#include "clock.h"
#include "must.h"

struct worker {
    const char *name;
    struct queue *out, *in;
    int stuck;
};

static void *
run(void *argument)
{
    struct worker *w = argument;
    struct timespec deadline = clock_timespec(clock_now_ns() + NS_PER_S / 2);
    void *item;

    for (int i = 0; i < 2 && !w->stuck; i++)
        w->stuck = queue_put_until(w->out, w, &deadline) == ETIMEDOUT;
    if (w->stuck)
        printf("%s waits for room in %s\n", w->name, w->out->name);
    for (int i = 0; i < 2 && !w->stuck; i++)
        must(queue_get(w->in, &item));
    return NULL;
}

int
main(int argc, char **argv)
{
    size_t capacity = argc > 1 ? strtoul(argv[1], NULL, 10) : 1;
    struct queue a, b;
    pthread_t threads[2];

    must(queue_init(&a, "a", capacity));
    must(queue_init(&b, "b", capacity));
    struct worker workers[] = {{"one", &a, &b, 0}, {"the other", &b, &a, 0}};
    for (int i = 0; i < 2; i++)
        must(pthread_create(&threads[i], NULL, run, &workers[i]));
    for (int i = 0; i < 2; i++)
        must(pthread_join(threads[i], NULL));
    int stuck = workers[0].stuck || workers[1].stuck;
    printf("room for %zu: %s\n", capacity, stuck ? "stuck" : "all went round");
    return stuck;
}
