/* A call that was woken and then fails passes its wake-up on.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "capacities.h"
#include "clock.h"
#include "fail.h"
#include "numbered.h"
#include "timed.h"
#include "waiter.h"

/* Two wait for room; one place comes free; the one that is woken for it
 * finds no memory.  The other one must be told that the place is still free.
 */
static void
two_putters(size_t capacity, enum operation operation)
{
    struct queue q;
    struct waiter w[2];
    void *item;

    make_queue(&q, "memory", capacity);
    for (size_t i = 0; i < capacity; i++)
        check(!queue_put(&q, &q), "put %zu fails", i);
    waiter_start(&w[0], &q, operation, &q);
    waiter_start(&w[1], &q, operation, &q);
    fail_at(FAIL_PUSH, 1);
    check(!queue_get(&q, &item), "get fails");
    int first = waiter_end(&w[0]), second = waiter_end(&w[1]);
    check(first + second == ENOMEM && (!first || !second),
          "the puts give %d and %d", first, second);
    check(queue_size(&q) == capacity, "size %zu", queue_size(&q));
    end_queue(&q);
}

static void
woken_put_fails(size_t capacity)
{
    if (!capacity)
        return;
    two_putters(capacity, PUT);
    two_putters(capacity, PUT_UNTIL);
}

TEST(pass_on, a_put_without_memory_wakes_the_next_putter)
{
    over_capacities(woken_put_fails);
}

/* One times out about when an item comes; the other one waits forever. */
static void
timed_out_get(size_t capacity)
{
    struct queue q;
    struct waiter patient;
    void *item;

    for (int64_t i = 0; i < 100; i++) {
        struct timespec deadline;
        make_queue(&q, "timeout", capacity);
        waiter_start(&patient, &q, GET, NULL);
        deadline = from_now(i * 500);
        int error = queue_get_until(&q, &item, &deadline);
        check(error == ETIMEDOUT, "get gives %d", error);
        check(!queue_put(&q, &q), "put fails");
        check(waiter_end(&patient) == 0, "get fails");
        end_queue(&q);
    }
}

TEST(pass_on, a_get_that_times_out_takes_no_wake_up_with_it)
{
    over_capacities(timed_out_get);
}

/* A get with a deadline and one without wait side by side. */
static void
two_kinds_of_get(size_t capacity)
{
    struct queue q;
    struct waiter w[2];

    make_queue(&q, "two", capacity);
    waiter_start(&w[0], &q, GET_UNTIL, NULL);
    waiter_start(&w[1], &q, GET, NULL);
    check(!queue_put(&q, numbered(1)), "put fails");
    check(!queue_put(&q, numbered(2)), "put fails");
    check(waiter_end(&w[0]) == 0 && waiter_end(&w[1]) == 0, "a get fails");
    check(number_of(w[0].item) + number_of(w[1].item) == 3, "the sum");
    end_queue(&q);
}

TEST(pass_on, each_item_reaches_one_of_two_different_waits)
{
    over_capacities(two_kinds_of_get);
}
