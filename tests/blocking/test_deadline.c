/* Not to wait, and to wait until a deadline.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <inttypes.h>
#include <limits.h>

#include "capacities.h"
#include "clock.h"
#include "numbered.h"
#include "tasks.h"
#include "timed.h"
#include "waiter.h"

static const struct timespec long_ago = {0, 0};
static const struct timespec before_time = {-5, 0};

static void
fill(struct queue *q, size_t capacity)
{
    for (size_t i = 0; i < capacity; i++)
        check(!queue_put(q, numbered(i)), "put %zu fails", i);
}

static void
try_get_never_waits(size_t capacity)
{
    struct queue q;
    void *item = &q;

    make_queue(&q, "try", capacity);
    check(queue_try_get(&q, &item) == EAGAIN, "an item out of nothing");
    check(item == &q, "the pointer was changed");
    check(!queue_put(&q, NULL), "put fails");
    check(!queue_try_get(&q, &item) && !item, "the item is not taken");
    check(queue_counts(&q).waits == 0, "it waited");
    end_queue(&q);
}

TEST(deadline, try_get_takes_or_says_at_once_that_there_is_nothing)
{
    over_capacities(try_get_never_waits);
}

static void
try_put_never_waits(size_t capacity)
{
    struct queue q;

    make_queue(&q, "try", capacity);
    for (size_t i = 0; i < room_for(100, capacity); i++)
        check(!queue_try_put(&q, &q), "try_put %zu fails", i);
    if (capacity)
        check(queue_try_put(&q, &q) == EAGAIN, "more than fits");
    check(queue_size(&q) == room_for(100, capacity), "size");
    check(queue_counts(&q).waits == 0, "it waited");
    end_queue(&q);
}

TEST(deadline, try_put_puts_or_says_at_once_that_there_is_no_room)
{
    over_capacities(try_put_never_waits);
}

static void
tries_wake(size_t capacity)
{
    struct queue q;
    struct waiter w;
    void *item;

    make_queue(&q, "try", capacity);
    waiter_start(&w, &q, GET, NULL);
    check(!queue_try_put(&q, &q), "try_put fails");
    check(waiter_end(&w) == 0, "get fails");
    if (capacity) {
        fill(&q, capacity);
        waiter_start(&w, &q, PUT, NULL);
        check(!queue_try_get(&q, &item), "try_get fails");
        check(waiter_end(&w) == 0, "put fails");
    }
    end_queue(&q);
}

TEST(deadline, a_try_that_succeeds_wakes_who_waits_for_it)
{
    over_capacities(tries_wake);
}

static void
past_times_out(size_t capacity)
{
    struct queue q;
    void *item = &q;

    make_queue(&q, "past", capacity);
    check(queue_get_until(&q, &item, &long_ago) == ETIMEDOUT, "get");
    check(queue_get_until(&q, &item, &before_time) == ETIMEDOUT, "get, -5");
    check(item == &q, "the pointer was changed");
    if (capacity) {
        fill(&q, capacity);
        check(queue_put_until(&q, &q, &long_ago) == ETIMEDOUT, "put");
        check(queue_size(&q) == capacity, "size %zu", queue_size(&q));
        check(queue_join_until(&q, &long_ago) == ETIMEDOUT, "join");
    }
    check(n_waiting(&q) == 0, "%zu wait", n_waiting(&q));
    end_queue(&q);
}

TEST(deadline, in_the_past_times_out)
{
    over_capacities(past_times_out);
}

static void
past_takes(size_t capacity)
{
    struct queue q;
    void *item;

    make_queue(&q, "past", capacity);
    check(!queue_put_until(&q, numbered(7), &long_ago), "there is room");
    check(!queue_get_until(&q, &item, &long_ago), "there is an item");
    check(number_of(item) == 7, "another item");
    check(!queue_task_done(&q), "task_done fails");
    check(!queue_join_until(&q, &long_ago), "all is done");
    end_queue(&q);
}

TEST(deadline, in_the_past_still_takes_what_is_there)
{
    over_capacities(past_takes);
}

static void
all_refuse(struct queue *q, long ns, const char *state)
{
    struct timespec bad = {clock_timespec(clock_now_ns()).tv_sec + 100, ns};
    void *item = q;
    size_t size = queue_size(q);

    check(queue_get_until(q, &item, &bad) == EINVAL, "get, %s, %ld", state, ns);
    check(queue_put_until(q, q, &bad) == EINVAL, "put, %s, %ld", state, ns);
    check(queue_join_until(q, &bad) == EINVAL, "join, %s, %ld", state, ns);
    check(item == q && queue_size(q) == size, "something changed, %s", state);
}

static void
no_moment(size_t capacity)
{
    static const long bad_ns[] = {1000000000, -1, LONG_MIN, LONG_MAX};
    struct queue q;

    for (size_t i = 0; i < ARRAY_LEN(bad_ns); i++) {
        make_queue(&q, "bad", capacity);
        all_refuse(&q, bad_ns[i], "empty");
        check(!queue_put(&q, &q), "put fails");
        all_refuse(&q, bad_ns[i], "with an item");
        fill(&q, room_for(100, capacity) - 1);
        all_refuse(&q, bad_ns[i], "full");
        queue_close(&q);
        all_refuse(&q, bad_ns[i], "closed with items");
        queue_close_drop(&q, NULL, NULL);
        all_refuse(&q, bad_ns[i], "closed and drained");
        end_queue(&q);
    }
}

TEST(deadline, that_is_no_moment_is_refused_in_every_state)
{
    over_capacities(no_moment);
}

struct late_get {
    struct queue *q;
    struct timespec deadline;
    int error;
};

static void *
get_late(void *late)
{
    struct late_get *l = late;
    void *item;

    l->error = queue_get_until(l->q, &item, &l->deadline);
    return NULL;
}

static void
huge_waits(size_t capacity)
{
    static const time_t seconds[] = {INT64_MAX, INT64_MAX / 1000000000 + 1,
                                     INT32_MAX};
    struct queue q;
    pthread_t thread;

    make_queue(&q, "huge", capacity);
    for (size_t i = 0; i < ARRAY_LEN(seconds); i++) {
        struct late_get late = {&q, {seconds[i], 999999999}, -1};
        check(!pthread_create(&thread, NULL, get_late, &late), "no thread");
        await_waiting(&q, 1);
        check(!queue_put(&q, &q), "put fails");
        check(!pthread_join(thread, NULL), "join fails");
        check(late.error == 0, "%zu: get gives %d", i, late.error);
    }
    end_queue(&q);
}

TEST(deadline, far_beyond_all_clocks_waits_and_is_woken)
{
    over_capacities(huge_waits);
}

TEST(deadline, is_never_reported_before_it_has_passed)
{
    struct queue q;
    void *item;

    make_queue(&q, "early", 1);
    for (int64_t i = 0; i < 200; i++) {
        int64_t moment = clock_now_ns() + NS_PER_US + i * i * 100;
        struct timespec deadline = clock_timespec(moment);
        int error = queue_get_until(&q, &item, &deadline);
        int64_t early = moment - clock_now_ns();
        check(error == ETIMEDOUT, "get gives %d", error);
        check(early <= 0, "wait %d ends %" PRId64 " ns early", (int)i, early);
    }
    end_queue(&q);
}
