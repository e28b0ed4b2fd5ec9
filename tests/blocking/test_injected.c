/* Every call that can fail fails, at each k-th time, beside who waits.
 * SPDX-License-Identifier: MIT
 *
 * Whatever fails: the queue is undamaged, the wake-up that the failing call had
 * is passed on, and the item is still the caller's.
 */
#include <errno.h>

#include "capacities.h"
#include "closing.h"
#include "fail.h"
#include "numbered.h"
#include "tasks.h"
#include "timed.h"
#include "waiter.h"

enum { MANY = 40, N_WAITERS = 3 };

static const enum fail_call of_init[] = {FAIL_MUTEX_INIT, FAIL_COND_INIT,
                                         FAIL_CONDATTR_INIT, FAIL_SETCLOCK};

/* Somebody waits in another queue all the while, and is not disturbed. */
TEST(injected, each_step_of_init_fails_and_leaves_nothing_behind)
{
    struct queue other, q;
    struct waiter neighbour;

    make_queue(&other, "other", 1);
    waiter_start(&neighbour, &other, GET, NULL);
    uintptr_t before = fail_alive_sum();
    for (size_t i = 0; i < ARRAY_LEN(of_init); i++)
        for (size_t k = 1;; k++) {
            fail_at(of_init[i], k);
            int error = queue_init(&q, "failing", 3);
            fail_at(of_init[i], 0);
            if (!error)
                end_queue(&q);
            check(fail_alive_sum() == before, "something is left of %zu", k);
            if (!error)
                break;
            check(error == EAGAIN && k < 4, "call %zu gives %d", k, error);
        }
    check(!queue_put(&other, numbered(7)), "put fails");
    check(waiter_end(&neighbour) == 0, "the neighbour");
    end_queue(&other);
}

/* Puts until the k-th allocation has failed, with getters waiting: the failing
 * put must leave the one that it did not serve asleep, and the next put must
 * reach it.
 */
static void
put_fails_beside_getters(size_t capacity, size_t k)
{
    struct queue q;
    struct waiter w[N_WAITERS];
    size_t n_got = 0;

    make_queue(&q, "injected", capacity);
    for (size_t i = 0; i < N_WAITERS; i++)
        waiter_start(&w[i], &q, i % 2 ? GET_UNTIL : GET, NULL);
    fail_at(FAIL_PUSH, k);
    for (size_t i = 1, sum = 0; sum < N_WAITERS; i++) {
        int error = queue_put(&q, numbered(i));
        check(error == (i == k ? ENOMEM : 0), "put %zu gives %d", i, error);
        sum += !error;
    }
    for (size_t i = 0; i < N_WAITERS; i++) {
        check(waiter_end(&w[i]) == 0, "getter %zu", i);
        check(number_of(w[i].item) != k, "the item that failed was got");
        n_got += number_of(w[i].item);
    }
    size_t last = k <= N_WAITERS ? N_WAITERS + 1 : N_WAITERS;
    size_t sum = last * (last + 1) / 2 - (k <= N_WAITERS ? k : 0);
    check(n_got == sum, "the items add up to %zu, not %zu", n_got, sum);
    check(queue_size(&q) == 0, "size %zu", queue_size(&q));
    end_queue(&q);
}

static void
each_push_beside_getters(size_t capacity)
{
    for (size_t k = 1; k <= N_WAITERS; k++)
        put_fails_beside_getters(capacity, k);
    fail_at(FAIL_PUSH, 0);
}

TEST(injected, a_put_without_memory_leaves_getters_to_the_next)
{
    over_capacities(each_push_beside_getters);
}

/* Several wait for room; the k-th that is let in finds no memory, and so must
 * pass its place on to the next.  Kinds: put, put_until.
 */
static void
putter_fails_beside_putters(size_t capacity, size_t k)
{
    struct queue q;
    struct waiter w[N_WAITERS];
    size_t n_failed = 0;
    void *item;

    make_queue(&q, "injected", capacity);
    for (size_t i = 0; i < capacity; i++)
        check(!queue_put(&q, numbered(100)), "put %zu fails", i);
    for (size_t i = 0; i < N_WAITERS; i++)
        waiter_start(&w[i], &q, i % 2 ? PUT_UNTIL : PUT, numbered(i));
    fail_at(FAIL_PUSH, k);
    for (size_t i = 0; i < N_WAITERS - 1; i++)
        check(!queue_get(&q, &item), "get %zu fails", i);
    for (size_t i = 0; i < N_WAITERS; i++) {
        int error = waiter_end(&w[i]);
        check(!error || error == ENOMEM, "putter %zu gives %d", i, error);
        n_failed += error != 0;
    }
    check(n_failed == 1, "%zu puts fail", n_failed);
    check(queue_size(&q) == capacity, "size %zu", queue_size(&q));
    end_queue(&q);
}

/* One place less is freed than wait, and all return: one has failed, and the
 * place that it was woken for went to another.
 */
static void
each_push_beside_putters(size_t capacity)
{
    for (size_t k = 1; capacity && k < N_WAITERS; k++)
        putter_fails_beside_putters(capacity, k);
}

TEST(injected, a_put_without_memory_passes_its_place_on)
{
    over_capacities(each_push_beside_putters);
}

/* The ring grows at 1, 17, 33: each growth fails once, while a join waits. */
static void
growth_fails_beside_a_join(size_t capacity)
{
    struct queue q;
    struct waiter joiner;
    size_t n = room_for(MANY, capacity), n_failed = 0;
    void *item;

    make_queue(&q, "injected", capacity);
    check(!queue_put(&q, numbered(0)), "put fails");
    waiter_start(&joiner, &q, JOIN, NULL);
    for (size_t i = 1; i < n; i++) {
        fail_at(FAIL_MALLOC, 1);
        int error = queue_put(&q, numbered(i));
        fail_at(FAIL_MALLOC, 0);
        n_failed += error == ENOMEM;
        if (error) /* it is still ours: again */
            check(!queue_put(&q, numbered(i)), "again %zu", i);
    }
    check(n_failed == (n > 32 ? 2 : n > 16), "%zu of %zu fail", n_failed, n);
    for (size_t i = 0; i < n; i++) {
        check(!queue_get(&q, &item) && number_of(item) == i, "get %zu", i);
        check(!queue_task_done(&q), "task_done %zu", i);
    }
    check(waiter_end(&joiner) == 0, "the join");
    end_queue(&q);
}

TEST(injected, growth_without_memory_counts_for_no_join)
{
    over_capacities(growth_fails_beside_a_join);
}
