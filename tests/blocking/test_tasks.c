/* Task_done and join: empty is not finished.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "capacities.h"
#include "clock.h"
#include "tasks.h"
#include "waiter.h"

/* The slides' own program, as far as the capacity goes: no get at all. */
static void
join_needs_no_get(size_t capacity)
{
    struct queue q;
    size_t n = room_for(10, capacity);

    make_queue(&q, "tasks", capacity);
    for (size_t i = 0; i < n; i++)
        check(!queue_put(&q, &q), "put fails");
    for (size_t i = 0; i < n; i++)
        check(!queue_task_done(&q), "task_done %zu fails", i);
    queue_join(&q);
    check(queue_size(&q) == n, "size %zu, not %zu", queue_size(&q), n);
    end_queue(&q);
}

TEST(tasks, ten_puts_and_ten_task_done_let_join_return_without_a_get)
{
    over_capacities(join_needs_no_get);
}

static void
one_too_many(size_t capacity)
{
    struct queue q;
    size_t n = room_for(10, capacity);

    make_queue(&q, "tasks", capacity);
    check(queue_task_done(&q) == EINVAL, "one before any put");
    for (size_t i = 0; i < n; i++)
        check(!queue_put(&q, &q), "put fails");
    for (size_t i = 0; i < n; i++)
        check(!queue_task_done(&q), "task_done %zu fails", i);
    for (int i = 0; i < 3; i++) {
        int error = queue_task_done(&q);
        check(error == EINVAL, "one too many gives %d", error);
        check(queue_unfinished(&q) == 0, "%zu unfinished",
              queue_unfinished(&q));
    }
    end_queue(&q);
}

TEST(tasks, one_task_done_too_many_is_refused_and_changes_nothing)
{
    over_capacities(one_too_many);
}

static void
counts_after_too_many(size_t capacity)
{
    struct queue q;

    make_queue(&q, "tasks", capacity);
    check(queue_task_done(&q) == EINVAL, "too many is taken");
    check(!queue_put(&q, &q), "put fails");
    check(queue_unfinished(&q) == 1, "%zu unfinished", queue_unfinished(&q));
    end_queue(&q);
}

TEST(tasks, a_refused_task_done_is_not_saved_up_for_later)
{
    over_capacities(counts_after_too_many);
}

static void
join_of_new(size_t capacity)
{
    struct queue q;

    struct timespec soon = from_now(NS_PER_MS);
    make_queue(&q, "tasks", capacity);
    queue_join(&q);
    check(!queue_join_until(&q, &soon), "join until fails");
    check(queue_counts(&q).waits == 0, "it waited");
    end_queue(&q);
}

TEST(tasks, join_of_a_queue_that_nobody_used_returns_at_once)
{
    over_capacities(join_of_new);
}

static void
join_waits_for_in_flight(size_t capacity)
{
    struct queue q;
    struct waiter joiner;
    void *item;

    make_queue(&q, "tasks", capacity);
    check(!queue_put(&q, &q), "put fails");
    check(!queue_get(&q, &item), "get fails");
    check(queue_unfinished(&q) == 1, "%zu unfinished", queue_unfinished(&q));
    waiter_start(&joiner, &q, JOIN, NULL);
    check(queue_size(&q) == 0, "size %zu", queue_size(&q));
    check(!queue_task_done(&q), "task_done fails");
    check(waiter_end(&joiner) == 0, "join fails");
    end_queue(&q);
}

TEST(tasks, join_waits_for_an_item_in_hand_though_the_queue_is_empty)
{
    over_capacities(join_waits_for_in_flight);
}

static void
all_joiners_wake(size_t capacity)
{
    enum { N = 8 };
    struct queue q;
    struct waiter joiners[N];

    make_queue(&q, "tasks", capacity);
    check(!queue_put(&q, &q), "put fails");
    for (size_t i = 0; i < N; i++)
        waiter_start(&joiners[i], &q, i % 2 ? JOIN : JOIN_UNTIL, NULL);
    check(!queue_task_done(&q), "task_done fails");
    for (size_t i = 0; i < N; i++)
        check(waiter_end(&joiners[i]) == 0, "joiner %zu fails", i);
    end_queue(&q);
}

TEST(tasks, the_last_task_done_wakes_every_joiner)
{
    over_capacities(all_joiners_wake);
}

static void
join_until_times_out(size_t capacity)
{
    struct queue q;
    struct timespec soon = from_now(3 * NS_PER_MS);

    make_queue(&q, "tasks", capacity);
    check(!queue_put(&q, &q), "put fails");
    int error = queue_join_until(&q, &soon);
    check(error == ETIMEDOUT, "join gives %d", error);
    check(clock_now_ns() >= clock_ns(soon), "too early");
    check(!queue_task_done(&q), "task_done fails");
    error = queue_join_until(&q, &soon);
    check(!error, "a late join of a finished queue gives %d", error);
    end_queue(&q);
}

TEST(tasks, join_until_gives_up_at_its_deadline_and_not_before)
{
    over_capacities(join_until_times_out);
}

static void
join_of_closed(size_t capacity)
{
    struct queue q;
    struct waiter joiner;

    make_queue(&q, "tasks", capacity);
    check(!queue_put(&q, &q), "put fails");
    queue_close(&q);
    waiter_start(&joiner, &q, JOIN, NULL);
    check(!queue_task_done(&q), "task_done fails");
    check(waiter_end(&joiner) == 0, "join fails");
    end_queue(&q);
}

TEST(tasks, join_of_a_closed_queue_waits_as_well)
{
    over_capacities(join_of_closed);
}
