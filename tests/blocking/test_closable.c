/* ClosableQueue: the end as an item, with its merits and its faults.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>

#include "capacities.h"
#include "closable.h"
#include "closing.h"
#include "numbered.h"
#include "tasks.h"
#include "waiter.h"

/* A consumer that iterates until it meets a sentinel. */
struct consumer {
    struct closable *c;
    size_t n, sum;
    int error;
    pthread_t thread;
};

static void *
iterate(void *consumer)
{
    struct consumer *k = consumer;
    struct closable_turn turn = {k->c, false};
    void *item;

    while ((k->error = closable_next(&turn, &item)) == 0) {
        k->n++;
        k->sum += number_of(item);
    }
    return NULL;
}

static void
start(struct consumer *k, struct closable *c)
{
    *k = (struct consumer){.c = c};
    check(!pthread_create(&k->thread, NULL, iterate, k), "no thread");
}

static void
make(struct closable *c, size_t capacity)
{
    int error = closable_init(c, "closable", capacity);

    check(!error, "init gives %d", error);
}

static void
end(struct closable *c)
{
    int error = closable_destroy(c);

    check(!error, "destroy gives %d", error);
}

static void
ends_at_sentinel(size_t capacity)
{
    struct closable c;
    struct consumer k;

    make(&c, capacity);
    start(&k, &c);
    for (size_t i = 1; i <= 20; i++)
        check(!queue_put(&c.queue, numbered(i)), "put fails");
    check(!closable_close(&c), "close fails");
    queue_join(&c.queue);
    check(!pthread_join(k.thread, NULL), "join fails");
    check(k.n == 20 && k.sum == 210, "%zu items, sum %zu", k.n, k.sum);
    check(k.error == EPIPE, "the end gives %d", k.error);
    check(queue_unfinished(&c.queue) == 0, "something is unfinished");
    end(&c);
}

TEST(closable, iteration_ends_at_the_sentinel_and_everything_is_done)
{
    over_capacities(ends_at_sentinel);
}

static void
sentinel_needs_task_done(size_t capacity)
{
    struct closable c;
    struct closable_turn turn = {&c, false};
    void *item;

    make(&c, capacity);
    check(!closable_close(&c), "close fails");
    check(queue_unfinished(&c.queue) == 1, "the sentinel is not counted");
    check(closable_next(&turn, &item) == EPIPE, "no end");
    check(queue_unfinished(&c.queue) == 0, "the sentinel is unfinished");
    check(!turn.owes_task_done, "it owes one still");
    end(&c);
}

TEST(closable, says_task_done_for_the_sentinel_too)
{
    over_capacities(sentinel_needs_task_done);
}

static void
done_at_next(size_t capacity)
{
    struct closable c;
    struct closable_turn turn = {&c, false};
    void *item;

    make(&c, capacity);
    check(!queue_put(&c.queue, &c), "put fails");
    check(!closable_next(&turn, &item), "next fails");
    check(queue_unfinished(&c.queue) == 1, "done while it is in hand");
    check(!queue_put(&c.queue, NULL), "put fails");
    check(!closable_next(&turn, &item) && !item, "NULL is not handed out");
    check(queue_unfinished(&c.queue) == 1, "the first is not done");
    closable_end(&turn);
    check(queue_unfinished(&c.queue) == 0, "the second is not done");
    end(&c);
}

TEST(closable, an_item_is_done_when_the_next_is_asked_for)
{
    over_capacities(done_at_next);
}

static void
left_early(size_t capacity)
{
    struct closable c;
    struct closable_turn turn = {&c, false};
    void *item;

    make(&c, capacity);
    check(!queue_put(&c.queue, &c), "put fails");
    check(!closable_next(&turn, &item), "next fails");
    closable_end(&turn);
    closable_end(&turn);
    queue_join(&c.queue);
    end(&c);
}

TEST(closable, a_loop_left_early_owes_one_task_done_and_no_more)
{
    over_capacities(left_early);
}

static void *
close_it(void *c)
{
    return numbered((size_t)closable_close(c));
}

static void
close_waits(size_t capacity)
{
    struct closable c;
    pthread_t closer;
    void *item, *error;

    if (!capacity)
        return;
    make(&c, capacity);
    for (size_t i = 0; i < capacity; i++)
        check(!queue_put(&c.queue, &c), "put fails");
    check(!pthread_create(&closer, NULL, close_it, &c), "no thread");
    await_waiting(&c.queue, 1);
    for (size_t i = 0; i <= capacity; i++)
        check(!queue_get(&c.queue, &item), "get fails");
    check(item == &c.sentinel, "the last is not the sentinel");
    check(!pthread_join(closer, &error) && !error, "close fails");
    end(&c);
}

TEST(closable, close_of_a_full_queue_waits_for_room)
{
    over_capacities(close_waits);
}

static void
one_for_three(size_t capacity)
{
    struct closable c;
    struct consumer k[3];

    make(&c, capacity);
    for (int i = 0; i < 3; i++)
        start(&k[i], &c);
    await_waiting(&c.queue, 3);
    check(!closable_close(&c), "close fails");
    queue_join(&c.queue);
    await_waiting(&c.queue, 2);
    check(closable_destroy(&c) == EBUSY, "destroyed under two threads");
    check(!closable_close(&c) && !closable_close(&c), "close fails");
    for (int i = 0; i < 3; i++)
        check(!pthread_join(k[i].thread, NULL), "join fails");
    end(&c);
}

TEST(closable, one_sentinel_for_three_workers_leaves_two_waiting)
{
    over_capacities(one_for_three);
}

TEST(closable, next_says_that_the_queue_below_was_closed)
{
    struct closable c;
    struct closable_turn turn = {&c, false};
    void *item = NULL;

    make(&c, 1);
    queue_close(&c.queue);
    check(closable_next(&turn, &item) == EPIPE && !item, "next");
    end(&c);
}
