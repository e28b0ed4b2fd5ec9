/* The fast queue: what its own calls offer beyond those of every contender.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>

#include "fail.h"
#include "must.h"
#include "ring/doorbell.h"
#include "ring/ring.h"
#include "test.h"

static const struct timespec never = {0, 0};
static int values[1000];
static struct ring *r;

static void
begin(size_t capacity, unsigned flags)
{
    check(!ring_create(&r, capacity, flags), "no queue");
}

static void
end(void)
{
    check(!ring_destroy(r), "it is said to be in use");
    check(fail_n_alive() == 0, "%zu locks are left", fail_n_alive());
}

static void
put_n(size_t first, size_t n)
{
    void *items[1000];
    size_t n_put;

    for (size_t i = 0; i < n; i++)
        items[i] = &values[first + i];
    check(!ring_put_n(r, items, n, NULL, &n_put) && n_put == n, "%zu of %zu",
          n_put, n);
}

/* Takes at most n, and finds expected, from first on. */
static void
got_n(size_t first, size_t n, size_t expected)
{
    void *items[1000];
    size_t n_got;

    check(!ring_get_n(r, items, n, &never, &n_got) && n_got == expected,
          "%zu got", n_got);
    for (size_t i = 0; i < n_got; i++)
        check(items[i] == &values[first + i], "%zu is another one", i);
}

TEST(ring, takes_what_there_is_room_for)
{
    void *items[6] = {0};
    size_t n_put;

    begin(4, 0);
    check(ring_put_n(r, items, 6, &never, &n_put) == EAGAIN && n_put == 4,
          "%zu put", n_put);
    check(ring_size(r) == 4, "size %zu", ring_size(r));
    ring_close_drop(r, NULL, NULL);
    check(ring_put_n(r, items, 6, NULL, &n_put) == EPIPE && n_put == 0,
          "%zu put after the end", n_put);
    check(ring_unfinished(r) == 0, "%zu unfinished", ring_unfinished(r));
    end();
}

TEST(ring, keeps_the_order_of_batches_over_many_segments)
{
    begin(0, RING_ONE_PRODUCER | RING_ONE_CONSUMER);
    for (size_t i = 0; i < 900; i += 300)
        put_n(i, 300);
    got_n(0, 1, 1);
    got_n(1, 500, 500);
    got_n(501, 999, 399);
    end();
}

TEST(ring, refuses_what_makes_no_sense)
{
    const struct timespec no_moment = {1, -1};
    void *item;
    size_t n;

    check(ring_create(&r, 1, 4) == EINVAL, "a flag that is none");
    begin(1, 0);
    check(ring_get_until(r, &item, &no_moment) == EINVAL, "get");
    check(ring_put_until(r, NULL, &no_moment) == EINVAL, "put");
    check(ring_join_until(r, &no_moment) == EINVAL, "join");
    check(ring_get_n(r, &item, 0, NULL, &n) == EINVAL, "none at all");
    check(ring_task_done(r) == EINVAL, "more done than put");
    end();
    check(!ring_destroy(NULL), "NULL is none");
}

TEST(ring, is_not_destroyed_while_it_has_items)
{
    void *item;

    begin(1, 0);
    check(!ring_put(r, values), "put");
    check(ring_destroy(r) == EBUSY, "it forgets an item");
    check(!ring_get(r, &item) && item == values, "get");
    end();
}

TEST(ring, is_made_whole_or_not_at_all)
{
    fail_at(FAIL_MUTEX_INIT, 1);
    check(ring_create(&r, 1, 0) == EAGAIN, "made without a lock");
    check(fail_n_alive() == 0, "%zu locks are left", fail_n_alive());
}

/* The item is still the caller's, and the next put finds the queue as it was. */
TEST(ring, puts_nothing_without_memory)
{
    begin(0, 0);
    fail_at(FAIL_MALLOC, 1);
    check(ring_put(r, values) == ENOMEM, "put into nothing");
    check(ring_size(r) == 0, "size %zu", ring_size(r));
    put_n(0, 1);
    got_n(0, 9, 1);
    end();
}

/* What is put is said, and why not more, in a queue without a limit too. */
TEST(ring, puts_a_part_where_the_memory_ends)
{
    void *items[300] = {0};
    size_t n_put;

    begin(0, 0);
    fail_at(FAIL_MALLOC, 2);
    check(ring_put_n(r, items, 300, NULL, &n_put) == ENOMEM && n_put > 0 &&
              n_put < 300,
          "%zu put", n_put);
    check(ring_size(r) == n_put, "size %zu", ring_size(r));
    ring_close_drop(r, NULL, NULL);
    end();
}

static void *
get_one(void *item)
{
    must(ring_get(r, item));
    return NULL;
}

/* Until it sleeps, for only there it is to be cancelled. */
static void
cancel_in_its_sleep(pthread_t thread)
{
    void *result;

    while (!ring_counts(r).parks)
        sched_yield();
    pthread_cancel(thread);
    pthread_join(thread, &result);
    check(result == PTHREAD_CANCELED, "it was not cancelled");
}

TEST(ring, is_usable_after_a_getter_was_cancelled)
{
    pthread_t thread;
    void *item = NULL;

    begin(1, 0);
    must(pthread_create(&thread, NULL, get_one, &item));
    cancel_in_its_sleep(thread);
    check(!item, "it took an item with it");
    put_n(0, 1);
    got_n(0, 1, 1);
    end();
}

static void *
join(void *nothing)
{
    ring_join(r);
    return nothing;
}

TEST(ring, is_usable_after_a_joiner_was_cancelled)
{
    pthread_t thread;

    begin(1, 0);
    put_n(0, 1);
    must(pthread_create(&thread, NULL, join, NULL));
    cancel_in_its_sleep(thread);
    got_n(0, 1, 1);
    check(!ring_task_done(r), "it is not done");
    ring_join(r);
    end();
}

static size_t
one(void *nothing)
{
    (void)nothing;
    return 1;
}

static void *
wait_cancelled(void *bell)
{
    /* Not on the stack: AddressSanitizer does not see a cancellation leave. */
    static const struct condition holds = {one, 1, NULL, NULL};

    pthread_cancel(pthread_self());
    doorbell_wait(bell, &holds, -1, NULL);
    return NULL;
}

TEST(ring, cancels_a_getter_that_finds_what_it_waits_for_in_time)
{
    struct doorbell bell = {0};
    pthread_t thread;
    void *result;

    must(pthread_create(&thread, NULL, wait_cancelled, &bell));
    must(pthread_join(thread, &result));
    check(result == PTHREAD_CANCELED, "it was not cancelled");
}

TEST(ring, tries_without_a_wait)
{
    void *item = NULL;

    begin(1, 0);
    check(ring_try_get(r, &item) == EAGAIN && !item, "got from an empty one");
    check(!ring_try_put(r, values), "put");
    check(ring_try_put(r, values) == EAGAIN, "put into a full one");
    check(!ring_closed(r), "closed, before it is");
    ring_close(r);
    check(ring_closed(r) && ring_try_put(r, values) == EPIPE, "not closed");
    check(!ring_try_get(r, &item) && item == values, "not drained");
    check(ring_try_get(r, &item) == EPIPE, "got from a drained one");
    check(!ring_task_done(r), "done");
    ring_join(r);
    end();
}

static void *
put_one(void *item)
{
    must(ring_put(r, item));
    return NULL;
}

/* Until the thread sleeps in it, as often as that may take. */
static void
is_in_use_until_woken(void *(*call)(void *), void *argument)
{
    pthread_t thread;
    size_t n_parks = ring_counts(r).parks;

    must(pthread_create(&thread, NULL, call, argument));
    while (ring_counts(r).parks == n_parks)
        sched_yield();
    check(ring_destroy(r) == EBUSY, "destroyed beside a sleeper");
    if (call == get_one)
        put_n(0, 1);
    else
        got_n(0, 1, 1);
    must(pthread_join(thread, NULL));
}

TEST(ring, is_not_destroyed_while_threads_wait_in_it)
{
    void *item = NULL;

    begin(1, 0);
    is_in_use_until_woken(get_one, &item);
    put_n(0, 1);
    is_in_use_until_woken(put_one, &values[1]);
    got_n(1, 1, 1);
    end();
}

TEST(ring, is_not_made_without_memory)
{
    fail_at(FAIL_ALIGNED_ALLOC, 1);
    check(ring_create(&r, 1, 0) == ENOMEM, "made of nothing");
}
