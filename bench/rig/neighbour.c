/* The neighbour: what is left of a core for a thread that computes on it?
 * SPDX-License-Identifier: MIT
 *
 * How it works: the neighbour counts how often it gets round a loop.  It is
 * read over a span alone, a span beside the consumers, and a span alone again,
 * so that a slow drift of the machine's speed does not look like theft.
 */
#include <stdalign.h>
#include <stdbool.h>
#include <stdlib.h>

#include "bench/rig/rig.h"
#include "clock.h"
#include "must.h"
#include "program/run/gate.h"
#include "random.h"
#include "thread.h"

enum { ALONE_MS = 100, LOOPS = 64, CACHE_LINE = 64 };

struct neighbour {
    struct rig *rig;
    atomic_bool stop;
    alignas(CACHE_LINE) _Atomic uint64_t rounds; /* it writes, main reads */
    alignas(CACHE_LINE) pthread_t thread;
};

static void *
compute(void *argument)
{
    struct neighbour *n = argument;
    uint64_t state = 1, sum = 0, rounds = 0;

    rig_place(n->rig, 1);
    while (!atomic_load_explicit(&n->stop, memory_order_relaxed)) {
        for (int i = 0; i < LOOPS; i++)
            sum += random_next(&state);
        /* Relaxed: a count that nothing else depends on. */
        atomic_store_explicit(&n->rounds, ++rounds, memory_order_relaxed);
    }
    return (void *)(uintptr_t)sum; /* so that the loop cannot be left out */
}

static uint64_t
rounds_so_far(struct neighbour *n)
{
    return atomic_load_explicit(&n->rounds, memory_order_relaxed);
}

/* Its rounds a nanosecond with the core to itself. */
static double
speed_alone(struct neighbour *n)
{
    int64_t start_ns = clock_now_ns();
    uint64_t before = rounds_so_far(n);

    clock_nap(ALONE_MS * NS_PER_MS);
    uint64_t rounds = rounds_so_far(n) - before;
    return (double)rounds / (double)(clock_now_ns() - start_ns);
}

/* Its rounds a nanosecond while items come and consumers wait for them. */
static double
speed_beside(struct neighbour *n, void *queue, int64_t *due_ns)
{
    struct consumers *consumers = consumers_start(n->rig, queue, due_ns);
    int64_t start_ns = clock_now_ns();
    uint64_t before = rounds_so_far(n);

    rig_produce(n->rig, queue, due_ns);
    uint64_t rounds = rounds_so_far(n) - before;
    n->rig->wall_ns = clock_now_ns() - start_ns;
    consumers_end(consumers);
    return (double)rounds / (double)n->rig->wall_ns;
}

void
rig_neighbour(struct rig *rig)
{
    static struct neighbour n;
    void *queue = rig_queue(rig);
    int64_t *due_ns = rig_samples(rig->n_items);

    n.rig = rig;
    rig->delays_ns = rig_samples(rig->n_items);
    rig_place(rig, 0);
    must(thread_start(&n.thread, "neighbour", 0, compute, &n));
    clock_nap(NS_PER_MS); /* a core that has slept needs a moment */
    gate_pass(rig->gate_fd, "ready");
    double before = speed_alone(&n), beside = speed_beside(&n, queue, due_ns);
    double alone = (before + speed_alone(&n)) / 2;
    gate_pass(rig->gate_fd, "done");
    rig->stolen_percent = 100 * (1 - beside / alone);
    atomic_store(&n.stop, true);
    must(pthread_join(n.thread, NULL));
    rig->n_delays = rig->n_got;
    rig->counts = rig->contender->counts(queue);
    rig_must(rig, "destroy", rig->contender->destroy(queue));
    free(due_ns);
}
