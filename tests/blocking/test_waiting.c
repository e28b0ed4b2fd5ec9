/* Put waits for room, get for an item; and who waits is counted.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "capacities.h"
#include "clock.h"
#include "numbered.h"
#include "timed.h"
#include "waiter.h"

static void
get_waits(size_t capacity)
{
    struct queue q;
    struct waiter getter;

    make_queue(&q, "get", capacity);
    waiter_start(&getter, &q, GET, NULL);
    check(!queue_put(&q, numbered(7)), "put fails");
    check(waiter_end(&getter) == 0, "get gives %d", getter.result);
    check(number_of(getter.item) == 7, "it got %zu", number_of(getter.item));
    end_queue(&q);
}

TEST(waiting, get_waits_while_the_queue_is_empty)
{
    over_capacities(get_waits);
}

static void
fill(struct queue *q, size_t capacity)
{
    for (size_t i = 0; i < capacity; i++)
        check(!queue_put(q, numbered(i)), "put %zu fails", i);
}

static void
put_waits(size_t capacity)
{
    struct queue q;
    struct waiter putter;
    void *item;

    if (!capacity)
        return;
    make_queue(&q, "put", capacity);
    fill(&q, capacity);
    waiter_start(&putter, &q, PUT, numbered(capacity));
    check(queue_size(&q) == capacity, "size %zu", queue_size(&q));
    for (size_t i = 0; i <= capacity; i++) {
        check(!queue_get(&q, &item), "get %zu fails", i);
        check(number_of(item) == i, "%zu at %zu", number_of(item), i);
    }
    check(waiter_end(&putter) == 0, "put gives %d", putter.result);
    end_queue(&q);
}

TEST(waiting, put_waits_while_the_queue_is_full)
{
    over_capacities(put_waits);
}

TEST(waiting, put_never_waits_without_a_capacity)
{
    struct queue q;

    make_queue(&q, "unbounded", 0);
    fill(&q, 10000);
    check(queue_counts(&q).waits == 0, "%zu waits", queue_counts(&q).waits);
    end_queue(&q);
}

static void
wakes_every_getter(size_t capacity)
{
    enum { N = 8 };
    struct queue q;
    struct waiter getters[N];
    size_t sum = 0;

    make_queue(&q, "getters", capacity);
    for (size_t i = 0; i < N; i++)
        waiter_start(&getters[i], &q, GET, NULL);
    for (size_t i = 0; i < N; i++)
        check(!queue_put(&q, numbered(i + 1)), "put fails");
    for (size_t i = 0; i < N; i++) {
        check(waiter_end(&getters[i]) == 0, "get %zu fails", i);
        sum += number_of(getters[i].item);
    }
    check(sum == N * (N + 1) / 2, "the sum is %zu", sum);
    end_queue(&q);
}

TEST(waiting, each_put_wakes_a_getter)
{
    over_capacities(wakes_every_getter);
}

static void
wakes_every_putter(size_t capacity)
{
    enum { N = 8 };
    struct queue q;
    struct waiter putters[N];
    void *item;

    if (!capacity)
        return;
    make_queue(&q, "putters", capacity);
    fill(&q, capacity);
    for (size_t i = 0; i < N; i++)
        waiter_start(&putters[i], &q, PUT, NULL);
    for (size_t i = 0; i < N + capacity; i++)
        check(!queue_get(&q, &item), "get %zu fails", i);
    for (size_t i = 0; i < N; i++)
        check(waiter_end(&putters[i]) == 0, "put %zu fails", i);
    end_queue(&q);
}

TEST(waiting, each_get_wakes_a_putter)
{
    over_capacities(wakes_every_putter);
}

/* The slides' deadlock: a thread that gets before it puts, alone, waits forever. */
static void
get_first_alone(size_t capacity)
{
    struct queue q;
    void *item = &q;
    struct timespec deadline = from_now(5 * NS_PER_MS);

    make_queue(&q, "alone", capacity);
    int error = queue_get_until(&q, &item, &deadline);
    check(error == ETIMEDOUT, "get gives %d", error);
    check(item == &q, "the pointer was changed");
    end_queue(&q);
}

TEST(waiting, get_first_in_one_thread_would_never_return)
{
    over_capacities(get_first_alone);
}

static void
counts_waits(size_t capacity)
{
    struct queue q;
    struct waiter getter;

    make_queue(&q, "counts", capacity);
    waiter_start(&getter, &q, GET, NULL);
    check(queue_counts(&q).waits >= 1, "no wait is counted");
    check(!queue_put(&q, NULL), "put fails");
    check(waiter_end(&getter) == 0, "get fails");
    struct queue_counts counts = queue_counts(&q);
    check(counts.waits == counts.wakeups, "%zu waits, %zu wake-ups",
          counts.waits, counts.wakeups);
    check(n_waiting(&q) == 0, "%zu wait still", n_waiting(&q));
    end_queue(&q);
}

TEST(waiting, counts_every_wait_and_its_wake_up)
{
    over_capacities(counts_waits);
}

static void
no_wait_no_count(size_t capacity)
{
    struct queue q;
    void *item;

    make_queue(&q, "counts", capacity);
    check(!queue_put(&q, NULL), "put fails");
    check(!queue_get(&q, &item), "get fails");
    check(queue_counts(&q).waits == 0, "%zu waits", queue_counts(&q).waits);
    end_queue(&q);
}

TEST(waiting, does_not_count_calls_that_need_not_wait)
{
    over_capacities(no_wait_no_count);
}
