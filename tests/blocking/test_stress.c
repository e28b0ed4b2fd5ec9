/* Many threads at the tightest capacities: no wake-up is lost.
 * SPDX-License-Identifier: MIT
 *
 * A lost wake-up is a hang, and the time limit tells it; sums tell the rest.
 */
#include <errno.h>
#include <stdatomic.h>

#include "closing.h"
#include "clock.h"
#include "numbered.h"
#include "page.h"
#include "tasks.h"
#include "timed.h"

enum { THREADS_MAX = 8, EACH = 600 };

static struct stress {
    struct queue q;
    int timed; /* waits have deadlines, most of them too short */
    atomic_size_t sum, n, n_errors;
} s;

static struct timespec
soon(void)
{
    return clock_timespec(clock_now_ns() + 20 * NS_PER_US);
}

static int
put(void *item)
{
    int error;

    if (!s.timed)
        return queue_put(&s.q, item);
    do {
        struct timespec deadline = soon();
        error = queue_put_until(&s.q, item, &deadline);
    } while (error == ETIMEDOUT);
    return error;
}

static int
get(void **item)
{
    int error;

    if (!s.timed)
        return queue_get(&s.q, item);
    do {
        struct timespec deadline = soon();
        error = queue_get_until(&s.q, item, &deadline);
    } while (error == ETIMEDOUT);
    return error;
}

static void *
produce(void *nothing)
{
    for (size_t i = 1; i <= EACH; i++)
        if (put(numbered(i)))
            atomic_fetch_add(&s.n_errors, 1);
    return nothing;
}

static void *
consume(void *nothing)
{
    void *item;

    while (get(&item) == 0) {
        atomic_fetch_add(&s.sum, number_of(item));
        atomic_fetch_add(&s.n, 1);
        if (queue_task_done(&s.q))
            atomic_fetch_add(&s.n_errors, 1);
    }
    return nothing;
}

static void
stress(size_t capacity, size_t n_producers, size_t n_consumers, int timed)
{
    pthread_t producers[THREADS_MAX], consumers[THREADS_MAX];

    s = (struct stress){.timed = timed};
    make_queue(&s.q, "stress", capacity);
    for (size_t i = 0; i < n_consumers; i++)
        check(!pthread_create(&consumers[i], NULL, consume, NULL), "thread");
    for (size_t i = 0; i < n_producers; i++)
        check(!pthread_create(&producers[i], NULL, produce, NULL), "thread");
    for (size_t i = 0; i < n_producers; i++)
        pthread_join(producers[i], NULL);
    queue_join(&s.q);
    queue_close(&s.q);
    for (size_t i = 0; i < n_consumers; i++)
        pthread_join(consumers[i], NULL);
    check(s.n == n_producers * EACH, "capacity %zu: %zu came", capacity, s.n);
    check(s.sum == n_producers * EACH * (EACH + 1) / 2,
          "capacity %zu: the sum is %zu", capacity, s.sum);
    check(!s.n_errors, "capacity %zu: %zu calls failed", capacity, s.n_errors);
    end_queue(&s.q);
}

static void
at_1_and_2(size_t n_producers, size_t n_consumers, int timed)
{
    stress(1, n_producers, n_consumers, timed);
    stress(2, n_producers, n_consumers, timed);
}

TEST(stress, two_by_two_at_capacity_1_and_2)
{
    at_1_and_2(2, 2, 0);
}

TEST(stress, four_by_four_at_capacity_1_and_2)
{
    at_1_and_2(4, 4, 0);
}

TEST(stress, eight_by_one_at_capacity_1_and_2)
{
    at_1_and_2(8, 1, 0);
}

TEST(stress, one_by_eight_at_capacity_1_and_2)
{
    at_1_and_2(1, 8, 0);
}

TEST(stress, four_by_four_with_deadlines_that_pass)
{
    at_1_and_2(4, 4, 1);
}

static void *
get_until_closed(void *nothing)
{
    void *item;

    while (queue_get(&s.q, &item) == 0) {
        atomic_fetch_add(&s.n, 1);
        queue_task_done(&s.q);
    }
    return nothing;
}

static void *
put_until_closed(void *nothing)
{
    while (queue_put(&s.q, NULL) == 0)
        atomic_fetch_add(&s.sum, 1);
    return nothing;
}

/* Whatever the moment: all come back, and each item put was got. */
static void
close_at(size_t n_puts, size_t capacity)
{
    pthread_t threads[THREADS_MAX];

    s = (struct stress){0};
    make_queue(&s.q, "close", capacity);
    for (size_t i = 0; i < THREADS_MAX; i++)
        check(!pthread_create(&threads[i], NULL,
                              i % 2 ? get_until_closed : put_until_closed,
                              NULL),
              "thread");
    while (s.sum < n_puts)
        clock_nap(NS_PER_US);
    queue_close(&s.q);
    queue_join(&s.q);
    for (size_t i = 0; i < THREADS_MAX; i++)
        pthread_join(threads[i], NULL);
    check(s.n == s.sum, "%zu put, %zu got", s.sum, s.n);
    end_queue(&s.q);
}

TEST(stress, a_close_at_any_moment_brings_everybody_back)
{
    for (size_t i = 0; i < 60; i++)
        close_at(i * 3, 1 + i % 3);
}
