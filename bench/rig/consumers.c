/* Consumers that wait, for the modes whose question is what that costs.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bench/rig/rig.h"
#include "clock.h"
#include "die.h"
#include "must.h"
#include "thread.h"

struct consumer {
    struct consumers *all;
    pthread_t thread;
    size_t n_got;
    uint64_t sum; /* of the items: nothing lost, nothing twice */
};

struct consumers {
    struct rig *rig;
    void *queue;
    const int64_t *due_ns;
    struct consumer each[];
};

static void *
consume(void *argument)
{
    struct consumer *consumer = argument;
    struct rig *rig = consumer->all->rig;
    uintptr_t item = 0;

    rig_place(rig, 1);
    for (;;) {
        int error = rig->contender->get(consumer->all->queue, &item, NULL);
        if (error == EPIPE)
            return NULL;
        rig_must(rig, "get", error);
        if (!item)
            return NULL;
        if (consumer->all->due_ns) /* every item has its own place */
            rig->delays_ns[item - 1] =
                clock_now_ns() - consumer->all->due_ns[item - 1];
        consumer->sum += item;
        consumer->n_got++;
    }
}

struct consumers *
consumers_start(struct rig *rig, void *queue, const int64_t *due_ns)
{
    size_t n = rig->n_consumers;
    struct consumers *c = calloc(1, sizeof(*c) + n * sizeof(*c->each));

    if (!c)
        die("%zu consumers: %s", n, strerror(ENOMEM));
    c->rig = rig;
    c->queue = queue;
    c->due_ns = due_ns;
    for (size_t i = 0; i < n; i++) {
        c->each[i].all = c;
        must(thread_start(&c->each[i].thread, "consumer", i, consume,
                          &c->each[i]));
    }
    return c;
}

void
consumers_end(struct consumers *c)
{
    const struct contender *contender = c->rig->contender;
    size_t n = c->rig->n_consumers;
    uint64_t n_items = c->rig->n_items, sum = n_items * (n_items + 1) / 2;

    if (contender->traits & CONTENDER_CLOSE)
        contender->close(c->queue, NULL, NULL);
    else
        for (size_t i = 0; i < n; i++)
            rig_must(c->rig, "put", contender->put(c->queue, 0, NULL));
    for (size_t i = 0; i < n; i++) {
        must(pthread_join(c->each[i].thread, NULL));
        c->rig->n_got += c->each[i].n_got;
        sum -= c->each[i].sum;
    }
    c->rig->n_wrong += sum != 0;
    free(c);
}
