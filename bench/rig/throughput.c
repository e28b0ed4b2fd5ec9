/* Throughput: n producers, m consumers, as fast as they can.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>
#include <stdlib.h>

#include "bench/rig/rig.h"
#include "clock.h"
#include "die.h"
#include "must.h"
#include "program/run/gate.h"
#include "thread.h"

struct side {
    struct rig *rig;
    void *queue;
    pthread_barrier_t *start;
    pthread_t thread;
    uint64_t index, n; /* how many it put, or got */
    int64_t until_ns;
    uint64_t sum; /* of the items: nothing lost, nothing twice */
};

enum { LOOKS_AT_CLOCK = 16 }; /* once in so many items */

static bool
is_late(const struct side *s)
{
    return s->n % LOOKS_AT_CLOCK == 0 && clock_now_ns() > s->until_ns;
}

/* Its share of the items 1 to n_items: each producer every n-th. */
static void *
produce(void *argument)
{
    struct side *s = argument;
    struct rig *rig = s->rig;

    rig_place(rig, 0);
    pthread_barrier_wait(s->start);
    s->until_ns = clock_now_ns() + rig->limit_ns;
    for (uint64_t i = s->index + 1; i <= rig->n_items && !is_late(s);
         i += rig->n_producers) {
        rig_must(rig, "put", rig->contender->put(s->queue, i, NULL));
        s->sum += i;
        s->n++;
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

/* Nothing is asked of the order of two producers, so the marks of the end may
 * have overtaken items: these are still there.
 */
static void
take_the_rest(struct side *s)
{
    static const struct timespec never = {0, 0};
    uintptr_t item;

    while (!s->rig->contender->get(s->queue, &item, &never)) {
        s->sum += item;
        s->n++;
    }
}

/* What was put must have been got: as many, and the same. */
static void
add_up(struct rig *rig, const struct side *sides)
{
    uint64_t sum = 0, n_put = 0;

    for (uint64_t i = 0; i < rig->n_producers + rig->n_consumers; i++) {
        bool put = i < rig->n_producers;
        sum += put ? sides[i].sum : -sides[i].sum;
        n_put += put ? sides[i].n : 0;
        rig->n_got += put ? 0 : sides[i].n;
    }
    rig->n_items = n_put;
    rig->n_wrong = sum != 0;
}

void
rig_throughput(struct rig *rig)
{
    uint64_t n = rig->n_producers, m = rig->n_consumers;
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
    take_the_rest(&sides[n]);
    add_up(rig, sides);
    rig->counts = rig->contender->counts(model.queue);
    rig_must(rig, "destroy", rig->contender->destroy(model.queue));
    must(pthread_barrier_destroy(&barrier));
    free(sides);
}
