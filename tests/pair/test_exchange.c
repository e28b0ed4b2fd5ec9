/* Many threads and one queue: nothing lost, nothing twice, order kept.
 * SPDX-License-Identifier: MIT
 *
 * An item is a producer and a number of its own, from 1; NULL tells a
 * consumer that no more will come.  Threads only note what they see; the
 * main thread judges when all are joined.
 */
#include <pthread.h>
#include <stdatomic.h>

#include "capacities.h"
#include "numbered.h"

enum { THREADS_MAX = 5, EACH = 400, SHIFT = 20 };

static struct exchange {
    struct queue q;
    atomic_uint seen[THREADS_MAX][EACH + 1];
    atomic_size_t n_errors;
    atomic_size_t n_disorder;
} x;

static void *
produce(void *producer)
{
    for (size_t i = 1; i <= EACH; i++)
        if (queue_put(&x.q, numbered(number_of(producer) << SHIFT | i)))
            atomic_fetch_add(&x.n_errors, 1);
    return NULL;
}

/* What one consumer gets of one producer comes in that producer's order. */
static void *
consume(void *nothing)
{
    size_t last[THREADS_MAX] = {0};
    void *item = NULL;
    int error;

    while (!(error = take(&x.q, &item)) && item) {
        size_t producer = number_of(item) >> SHIFT;
        size_t i = number_of(item) & ((1 << SHIFT) - 1);
        if (i <= last[producer])
            atomic_fetch_add(&x.n_disorder, 1);
        last[producer] = i;
        atomic_fetch_add(&x.seen[producer][i], 1);
    }
    if (error)
        atomic_fetch_add(&x.n_errors, 1);
    return nothing;
}

static void
start(pthread_t *threads, size_t n, void *(*body)(void *))
{
    for (size_t i = 0; i < n; i++)
        check(!pthread_create(&threads[i], NULL, body, numbered(i)), "start");
}

static void
join(const pthread_t *threads, size_t n)
{
    for (size_t i = 0; i < n; i++)
        check(!pthread_join(threads[i], NULL), "join");
}

static void
judge(size_t n_producers, size_t capacity)
{
    check(!capacity || x.q.items.peak <= capacity, "it held %zu",
          x.q.items.peak);
    for (size_t p = 0; p < n_producers; p++)
        for (size_t i = 1; i <= EACH; i++)
            check(x.seen[p][i] == 1, "item %zu of %zu came %u times", i, p,
                  x.seen[p][i]);
    check(!x.n_disorder, "%zu times out of order", x.n_disorder);
    check(!x.n_errors, "%zu calls failed", x.n_errors);
    check(queue_size(&x.q) == 0, "%zu are left", queue_size(&x.q));
}

static void
exchange(size_t capacity, size_t n_producers, size_t n_consumers)
{
    pthread_t producers[THREADS_MAX], consumers[THREADS_MAX];

    x = (struct exchange){0};
    make_queue(&x.q, "exchange", capacity);
    start(consumers, n_consumers, consume);
    start(producers, n_producers, produce);
    join(producers, n_producers);
    for (size_t i = 0; i < n_consumers; i++)
        check(!queue_put(&x.q, NULL), "the end cannot be put");
    join(consumers, n_consumers);
    judge(n_producers, capacity);
    end_queue(&x.q);
}

static void
one_and_one(size_t capacity)
{
    exchange(capacity, 1, 1);
}

TEST(exchange, of_one_producer_and_one_consumer)
{
    over_capacities(one_and_one);
}

static void
two_and_two(size_t capacity)
{
    exchange(capacity, 2, 2);
}

TEST(exchange, of_two_producers_and_two_consumers)
{
    over_capacities(two_and_two);
}

static void
four_and_three(size_t capacity)
{
    exchange(capacity, 4, 3);
}

TEST(exchange, of_four_producers_and_three_consumers)
{
    over_capacities(four_and_three);
}

static void
three_and_five(size_t capacity)
{
    exchange(capacity, 3, 5);
}

TEST(exchange, of_three_producers_and_five_consumers)
{
    over_capacities(three_and_five);
}
