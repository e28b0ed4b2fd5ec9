/* Close: the end as a state, which reaches everybody.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "capacities.h"
#include "clock.h"
#include "numbered.h"
#include "tasks.h"
#include "timed.h"
#include "waiter.h"

enum { CROWD = 8 };

static void
fill(struct queue *q, size_t n)
{
    for (size_t i = 0; i < n; i++)
        check(!queue_put(q, numbered(i)), "put %zu fails", i);
}

static void
put_after_close(size_t capacity)
{
    struct queue q;
    struct timespec later = from_now(3600 * NS_PER_S);

    make_queue(&q, "closed", capacity);
    queue_close(&q);
    check(queue_put(&q, &q) == EPIPE, "put is taken");
    check(queue_try_put(&q, &q) == EPIPE, "try_put is taken");
    check(queue_put_until(&q, &q, &later) == EPIPE, "put_until is taken");
    check(queue_size(&q) == 0, "size %zu", queue_size(&q));
    end_queue(&q);
}

TEST(close, a_put_after_it_is_refused)
{
    over_capacities(put_after_close);
}

static void
put_to_full_closed(size_t capacity)
{
    struct queue q;

    if (!capacity)
        return;
    make_queue(&q, "closed", capacity);
    fill(&q, capacity);
    queue_close(&q);
    check(queue_put(&q, &q) == EPIPE, "put gives something else");
    check(queue_try_put(&q, &q) == EPIPE, "try_put gives something else");
    end_queue(&q);
}

TEST(close, a_put_into_a_full_closed_queue_does_not_wait)
{
    over_capacities(put_to_full_closed);
}

static void
get_drains(size_t capacity)
{
    struct queue q;
    struct timespec later = from_now(3600 * NS_PER_S);
    size_t n = room_for(10, capacity);
    void *item = &q;

    make_queue(&q, "closed", capacity);
    fill(&q, n);
    queue_close(&q);
    for (size_t i = 0; i < n; i++) {
        check(!queue_get(&q, &item), "get %zu fails", i);
        check(number_of(item) == i, "%zu at %zu", number_of(item), i);
    }
    item = &q;
    check(queue_get(&q, &item) == EPIPE, "get gives something else");
    check(queue_try_get(&q, &item) == EPIPE, "try_get gives something else");
    check(queue_get_until(&q, &item, &later) == EPIPE, "get_until");
    check(item == &q, "the pointer was changed");
    end_queue(&q);
}

TEST(close, a_get_drains_what_is_left_and_then_is_told)
{
    over_capacities(get_drains);
}

static void
closes_twice(size_t capacity)
{
    struct queue q;
    void *item;

    make_queue(&q, "closed", capacity);
    check(!queue_closed(&q), "it is born closed");
    fill(&q, 1);
    for (int i = 0; i < 3; i++) {
        queue_close(&q);
        check(queue_closed(&q), "it is not closed");
        check(queue_size(&q) == 1, "size %zu", queue_size(&q));
    }
    check(!queue_get(&q, &item), "get fails");
    end_queue(&q);
}

TEST(close, twice_is_once)
{
    over_capacities(closes_twice);
}

static void
crowd_gets(size_t capacity)
{
    struct queue q;
    struct waiter getters[CROWD];

    make_queue(&q, "getters", capacity);
    for (int i = 0; i < CROWD; i++)
        waiter_start(&getters[i], &q, i % 2 ? GET : GET_UNTIL, NULL);
    queue_close(&q);
    for (int i = 0; i < CROWD; i++)
        check(waiter_end(&getters[i]) == EPIPE, "getter %d: %d", i,
              getters[i].result);
    end_queue(&q);
}

TEST(close, wakes_eight_getters)
{
    over_capacities(crowd_gets);
}

static void
crowd_puts(size_t capacity)
{
    struct queue q;
    struct waiter putters[CROWD];

    if (!capacity)
        return;
    make_queue(&q, "putters", capacity);
    fill(&q, capacity);
    for (int i = 0; i < CROWD; i++)
        waiter_start(&putters[i], &q, i % 2 ? PUT : PUT_UNTIL, &q);
    queue_close(&q);
    for (int i = 0; i < CROWD; i++)
        check(waiter_end(&putters[i]) == EPIPE, "putter %d: %d", i,
              putters[i].result);
    check(queue_size(&q) == capacity, "size %zu", queue_size(&q));
    end_queue(&q);
}

TEST(close, wakes_eight_putters_and_takes_nothing_of_theirs)
{
    over_capacities(crowd_puts);
}

static void
joiners_wait_on(size_t capacity)
{
    struct queue q;
    struct waiter joiners[2];
    void *item;

    make_queue(&q, "joiners", capacity);
    fill(&q, 1);
    check(!queue_get(&q, &item), "get fails");
    waiter_start(&joiners[0], &q, JOIN, NULL);
    waiter_start(&joiners[1], &q, JOIN_UNTIL, NULL);
    queue_close(&q);
    await_waiting(&q, 2);
    check(queue_unfinished(&q) == 1, "%zu unfinished", queue_unfinished(&q));
    check(!queue_task_done(&q), "task_done fails");
    check(waiter_end(&joiners[0]) == 0, "join fails");
    check(waiter_end(&joiners[1]) == 0, "join_until fails");
    end_queue(&q);
}

TEST(close, lets_joiners_wait_on_for_what_is_in_hand)
{
    over_capacities(joiners_wait_on);
}

/* Download, resize, upload: each is closed and joined before the next. */

static void *
move_on(void *queues)
{
    struct queue *q = queues;
    void *item;

    while (queue_get(&q[0], &item) == 0) {
        if (queue_put(&q[1], item))
            return q; /* somebody closed too early */
        if (queue_task_done(&q[0]))
            return q;
    }
    return NULL;
}

static void
cascades(size_t capacity)
{
    enum { N = 100, WORKERS = 3 };
    struct queue q[3];
    pthread_t threads[2][WORKERS];
    void *failed;

    make_queue(&q[0], "download", capacity);
    make_queue(&q[1], "resize", capacity);
    make_queue(&q[2], "done", 0);
    for (int stage = 0; stage < 2; stage++)
        for (int i = 0; i < WORKERS; i++)
            check(!pthread_create(&threads[stage][i], NULL, move_on, &q[stage]),
                  "no thread");
    fill(&q[0], N);
    for (int stage = 0; stage < 2; stage++) {
        queue_close(&q[stage]);
        queue_join(&q[stage]);
    }
    check(queue_size(&q[2]) == N, "%zu of %d done", queue_size(&q[2]), N);
    for (int i = 0; i < 2 * WORKERS; i++)
        check(!pthread_join(threads[i / WORKERS][i % WORKERS], &failed) &&
                  !failed,
              "worker %d failed", i);
    for (int i = 0; i < 3; i++)
        end_queue(&q[i]);
}

TEST(close, stage_after_stage_brings_everything_to_the_end)
{
    over_capacities(cascades);
}
