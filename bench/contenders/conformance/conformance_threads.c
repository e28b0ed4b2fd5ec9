/* The tests of a contender's claims: those with threads.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "clock.h"
#include "conformance_tests.h"
#include "must.h"

enum {
    THREADS_MAX = 8,
    ITEMS_MAX = 30000, /* of a producer: a fault of 1 in 10,000 shows */
    BOX_MS = 150       /* a producer that needs longer stops there */
};

/* An item holds its producer and its number there, from 1. */
static uintptr_t
make_item(size_t producer, size_t number)
{
    return producer << 32 | number;
}

struct end {
    const struct trial *trial;
    void *queue;
    pthread_t thread;
    size_t index;
    int64_t until_ns;
    size_t n;                 /* producer: how many it put */
    size_t last[THREADS_MAX]; /* consumer: the last one it got of each */
    size_t got[THREADS_MAX];  /* and how many */
    int error;                /* with which it ended, if that was wrong */
    size_t disorder;          /* how often an older item came after a newer */
};

static void *
produce(void *argument)
{
    struct end *e = argument;

    for (size_t i = 1; i <= ITEMS_MAX && clock_now_ns() < e->until_ns; i++) {
        e->error =
            e->trial->contender->put(e->queue, make_item(e->index, i), NULL);
        if (e->error)
            break;
        e->n = i;
    }
    return NULL;
}

static int
note(struct end *e, uintptr_t item)
{
    size_t producer = item >> 32, number = item & 0xffffffff;

    if (producer >= THREADS_MAX)
        return EBADMSG;
    e->disorder += number <= e->last[producer];
    e->last[producer] = number;
    e->got[producer]++;
    return 0;
}

/* Until it gets an item 0, of which there is one for each consumer. */
static void *
consume(void *argument)
{
    struct end *e = argument;
    uintptr_t item;

    while (!(e->error = e->trial->contender->get(e->queue, &item, NULL)) &&
           item && !(e->error = note(e, item)))
        continue;
    return NULL;
}

/* Nothing is asked of the order of two producers, so an item 0 may have overtaken
 * others: these are still there.  The order among them was not seen.
 */
static void
take_the_rest(struct end *e)
{
    static const struct timespec never = {0, 0};
    size_t disorder = e->disorder;
    uintptr_t item;

    while (!e->error && !e->trial->contender->get(e->queue, &item, &never))
        e->error = note(e, item);
    e->disorder = disorder;
}

static void
start(struct end *ends, size_t n, const struct trial *trial, void *queue,
      void *(*body)(void *))
{
    int64_t until_ns = clock_now_ns() + BOX_MS * NS_PER_MS;

    for (size_t i = 0; i < n; i++) {
        ends[i] = (struct end){.trial = trial,
                               .queue = queue,
                               .index = i,
                               .until_ns = until_ns};
        must(pthread_create(&ends[i].thread, NULL, body, &ends[i]));
    }
}

static void
join(struct end *ends, size_t n)
{
    for (size_t i = 0; i < n; i++)
        must(pthread_join(ends[i].thread, NULL));
}

static bool
ended_well(const struct end *ends, size_t n, const char *what, char *why)
{
    for (size_t i = 0; i < n; i++) {
        if (!holds(!ends[i].error, why, "%s gives %s", what,
                   error_word(ends[i].error)))
            return false;
        if (!holds(!ends[i].disorder, why, "%zu items out of order",
                   ends[i].disorder))
            return false;
    }
    return true;
}

void
conform_sums(const struct trial *trial, char *why)
{
    const struct contender *c = trial->contender;
    struct end producers[THREADS_MAX], consumers[THREADS_MAX];
    size_t n = trial->n_producers, m = trial->n_consumers;
    void *queue;
    int error = c->create(c, trial->capacity, &queue);

    if (!holds(!error, why, "create gives %s", error_word(error)))
        return;
    start(consumers, m, trial, queue, consume);
    start(producers, n, trial, queue, produce);
    join(producers, n);
    for (size_t i = 0; i < m; i++)
        c->put(queue, 0, NULL);
    join(consumers, m);
    take_the_rest(&consumers[0]);
    if (!ended_well(producers, n, "put", why) ||
        !ended_well(consumers, m, "get", why))
        return;
    for (size_t p = 0; p < n; p++) {
        size_t got = 0;
        for (size_t i = 0; i < m; i++)
            got += consumers[i].got[p];
        if (!holds(got == producers[p].n, why,
                   "of %zu items of producer %zu, %zu arrived", producers[p].n,
                   p, got))
            return;
    }
    error = c->destroy(queue);
    holds(!error, why, "destroy gives %s", error_word(error));
}

static void *
put_until_closed(void *argument)
{
    struct end *e = argument;

    while (!(e->error = e->trial->contender->put(e->queue, 1, NULL)))
        if (!e->trial->capacity && ++e->n == ITEMS_MAX)
            break;
    return NULL;
}

static void *
get_until_closed(void *argument)
{
    struct end *e = argument;
    uintptr_t item;

    while (!(e->error = e->trial->contender->get(e->queue, &item, NULL)))
        continue;
    return NULL;
}

/* Several threads wait, or are about to, when the queue is closed.  The
 * scheduler draws the moment.
 */
static void
close_on(const struct trial *trial, size_t n, void *(*body)(void *), char *why)
{
    const struct contender *c = trial->contender;
    struct end ends[THREADS_MAX];
    void *queue;
    int error = c->create(c, trial->capacity, &queue);

    if (!holds(!error, why, "create gives %s", error_word(error)))
        return;
    start(ends, n, trial, queue, body);
    clock_nap(NS_PER_MS);
    c->close(queue, NULL, NULL);
    join(ends, n);
    for (size_t i = 0; i < n; i++)
        if (trial->capacity || body == get_until_closed)
            holds(ends[i].error == EPIPE, why, "a waiter gets %s, not EPIPE",
                  error_word(ends[i].error));
    error = *why ? 0 : c->destroy(queue);
    if (error)
        holds(false, why, "destroy gives %s", error_word(error));
}

void
conform_close_wakes(const struct trial *trial, char *why)
{
    for (int i = 0; i < 3 && !*why; i++) {
        close_on(trial, trial->n_consumers, get_until_closed, why);
        if (!*why)
            close_on(trial, trial->n_producers, put_until_closed, why);
    }
}
