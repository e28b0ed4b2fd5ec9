/* Throughput: n producers, m consumers, as fast as they can.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "bench/rig/rig.h"
#include "clock.h"
#include "die.h"
#include "must.h"
#include "program/gate.h"
#include "thread.h"

struct side {
    struct rig *rig;
    void *queue;
    pthread_barrier_t *start;
    pthread_t thread;
    uint64_t index, n;
    uint64_t sum; /* of the items: nothing lost, nothing twice */
};

/* Its share of the items 1 to n_items: each producer every n-th. */
static void *
produce(void *argument)
{
    struct side *s = argument;
    struct rig *rig = s->rig;

    rig_place(rig, 0);
    pthread_barrier_wait(s->start);
    for (uint64_t i = s->index + 1; i <= rig->n_items; i += rig->n_producers) {
        rig_must(rig, "put", rig->contender->put(s->queue, i, NULL));
        s->sum += i;
    }
    return NULL;
}

static void *
consume(void *argument)
{
    struct side *s = argument;
    uintptr_t item;

    rig_place(s->rig, 1);
    for (;;) {
        rig_must(s->rig, "get", s->rig->contender->get(s->queue, &item, NULL));
        if (!item)
            return NULL;
        s->sum += item;
        s->n++;
    }
}

static void
start(struct side *sides, uint64_t n, const struct side *model,
      const char *role, void *(*body)(void *))
{
    for (uint64_t i = 0; i < n; i++) {
        sides[i] = *model;
        sides[i].index = i;
        must(thread_start(&sides[i].thread, role, i, body, &sides[i]));
    }
}

void
rig_throughput(struct rig *rig)
{
    uint64_t n = rig->n_producers, m = rig->n_consumers, sum = 0;
    struct side *sides = calloc(n + m, sizeof(*sides));
    pthread_barrier_t barrier;
    struct side model = {.rig = rig,
                         .queue = rig_queue(rig),
                         .start = &barrier};

    if (!sides)
        die("%zu threads: out of memory", (size_t)n + (size_t)m);
    must(pthread_barrier_init(&barrier, NULL, (unsigned)n + 1));
    start(sides, n, &model, "producer", produce);
    start(sides + n, m, &model, "consumer", consume);
    gate_pass(rig->gate_fd, "ready");
    int64_t start_ns = clock_now_ns();
    pthread_barrier_wait(&barrier);
    for (uint64_t i = 0; i < n; i++)
        must(pthread_join(sides[i].thread, NULL));
    for (uint64_t i = 0; i < m; i++)
        rig_must(rig, "put", rig->contender->put(model.queue, 0, NULL));
    for (uint64_t i = n; i < n + m; i++)
        must(pthread_join(sides[i].thread, NULL));
    rig->wall_ns = clock_now_ns() - start_ns;
    gate_pass(rig->gate_fd, "done");
    for (uint64_t i = 0; i < n + m; i++) {
        sum += i < n ? sides[i].sum : -sides[i].sum;
        rig->n_got += sides[i].n;
    }
    rig->n_wrong = sum != 0;
    rig->counts = rig->contender->counts(model.queue);
    rig_must(rig, "destroy", rig->contender->destroy(model.queue));
    must(pthread_barrier_destroy(&barrier));
    free(sides);
}
