/* Init and destroy: what is refused, and that nothing is left behind.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "capacities.h"
#include "fail.h"
#include "waiter.h"

static void
busy_with_items(size_t capacity)
{
    struct queue q;
    void *item;

    make_queue(&q, "busy", capacity);
    check(!queue_put(&q, NULL), "put fails");
    check(queue_destroy(&q) == EBUSY, "destroyed with an item inside");
    check(!queue_get(&q, &item), "it is not usable any more");
    check(!queue_destroy(&q), "destroy fails");
}

TEST(destroy, is_refused_while_items_are_left)
{
    over_capacities(busy_with_items);
}

static void
busy_with_waiter(size_t capacity)
{
    struct queue q;
    struct waiter getter;

    make_queue(&q, "busy", capacity);
    waiter_start(&getter, &q, GET, NULL);
    check(queue_destroy(&q) == EBUSY, "destroyed under a waiting thread");
    check(!queue_put(&q, NULL), "put fails");
    check(waiter_end(&getter) == 0, "get fails");
    check(!queue_destroy(&q), "destroy fails");
}

TEST(destroy, is_refused_while_a_thread_waits)
{
    over_capacities(busy_with_waiter);
}

static void
closed_with_items(size_t capacity)
{
    struct queue q;

    make_queue(&q, "busy", capacity);
    check(!queue_put(&q, &q), "put fails");
    queue_close(&q);
    check(queue_destroy(&q) == EBUSY, "closing forgets an item");
    queue_close_drop(&q, NULL, NULL);
    check(!queue_destroy(&q), "destroy fails after a drop");
}

TEST(destroy, of_a_closed_queue_with_items_needs_a_drop)
{
    over_capacities(closed_with_items);
}

static void
nothing_left(size_t capacity)
{
    struct queue q;
    size_t before = fail_n_alive();

    make_queue(&q, "all", capacity);
    check(fail_n_alive() == before + 4, "%zu made, not 4",
          fail_n_alive() - before);
    check(!queue_destroy(&q), "destroy fails");
    check(fail_n_alive() == before, "something is left");
}

TEST(destroy, gives_back_the_lock_and_the_three_wait_points)
{
    over_capacities(nothing_left);
}

TEST(init, refuses_a_capacity_whose_bytes_overflow)
{
    static const size_t too_large[] = {DEQUE_MAX + 1, SIZE_MAX / 8 + 1,
                                       SIZE_MAX};
    struct queue q;
    size_t before = fail_n_alive();

    for (size_t i = 0; i < ARRAY_LEN(too_large); i++) {
        int error = queue_init(&q, "large", too_large[i]);
        check(error == EINVAL, "%zu gives %d", too_large[i], error);
    }
    check(fail_n_alive() == before, "something is left");
}

TEST(init, takes_the_largest_capacity_without_memory_for_it)
{
    struct queue q;

    make_queue(&q, "large", DEQUE_MAX);
    check(!queue_put(&q, &q), "put fails");
    end_queue(&q);
}

/* Lets the k-th such call fail, for all k until init succeeds. */
static size_t
fails_at_each(enum fail_call call)
{
    struct queue q;
    uintptr_t before = fail_alive_sum();

    for (size_t k = 1;; k++) {
        fail_at(call, k);
        int error = queue_init(&q, "fails", 1);
        fail_at(call, 0);
        if (!error) {
            end_queue(&q);
            return k - 1;
        }
        check(error == EAGAIN, "call %zu: init gives %d", k, error);
        check(fail_alive_sum() == before, "call %zu: something is left", k);
    }
}

TEST(init, undoes_everything_when_the_lock_cannot_be_made)
{
    size_t n = fails_at_each(FAIL_MUTEX_INIT);

    check(n == 1, "%zu calls, not 1", n);
}

TEST(init, undoes_everything_when_a_wait_point_cannot_be_made)
{
    size_t n = fails_at_each(FAIL_COND_INIT);

    check(n == 3, "%zu calls, not 3", n);
}

TEST(init, undoes_everything_when_a_wait_point_has_no_clock)
{
    size_t n = fails_at_each(FAIL_CONDATTR_INIT);
    size_t m = fails_at_each(FAIL_SETCLOCK);

    check(n == 3 && m == 3, "%zu and %zu calls, not 3", n, m);
}
