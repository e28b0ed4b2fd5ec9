/* Close and drop: each item is handed over once, and counts as done.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "capacities.h"
#include "numbered.h"
#include "tasks.h"
#include "timed.h"
#include "waiter.h"

enum { N = 10, CROWD = 8 };

struct dropped {
    struct queue *q;
    size_t n, sizes;
    size_t numbers[N];
};

/* It asks the queue, which it could not if the lock were held. */
static void
note(void *context, void *item)
{
    struct dropped *d = context;

    d->sizes += queue_size(d->q);
    if (d->n < N)
        d->numbers[d->n] = number_of(item);
    d->n++;
}

static size_t
fill(struct queue *q, size_t capacity)
{
    size_t n = room_for(N, capacity);

    for (size_t i = 0; i < n; i++)
        check(!queue_put(q, numbered(i)), "put %zu fails", i);
    return n;
}

static void
hands_over(size_t capacity)
{
    struct queue q;
    struct dropped d = {&q, 0, 0, {0}};

    make_queue(&q, "drop", capacity);
    size_t n = fill(&q, capacity);
    queue_close_drop(&q, note, &d);
    check(d.n == n, "%zu handed over, not %zu", d.n, n);
    for (size_t i = 0; i < n; i++)
        check(d.numbers[i] == i, "%zu at %zu", d.numbers[i], i);
    queue_close_drop(&q, note, &d);
    check(d.n == n, "handed over again");
    end_queue(&q);
}

TEST(drop, hands_each_item_over_once_oldest_first)
{
    over_capacities(hands_over);
}

static void
is_outside(size_t capacity)
{
    struct queue q;
    struct dropped d = {&q, 0, 0, {0}};

    make_queue(&q, "drop", capacity);
    fill(&q, capacity);
    queue_close_drop(&q, note, &d);
    check(d.sizes == 0, "items are inside while they are handed over");
    check(queue_size(&q) == 0, "size %zu", queue_size(&q));
    end_queue(&q);
}

TEST(drop, hands_over_outside_the_lock)
{
    over_capacities(is_outside);
}

static void
counts_as_done(size_t capacity)
{
    struct queue q;
    struct waiter joiner;

    make_queue(&q, "drop", capacity);
    fill(&q, capacity);
    waiter_start(&joiner, &q, JOIN, NULL);
    queue_close_drop(&q, NULL, NULL);
    check(waiter_end(&joiner) == 0, "join fails");
    check(queue_unfinished(&q) == 0, "%zu unfinished", queue_unfinished(&q));
    check(queue_task_done(&q) == EINVAL, "task_done is taken");
    end_queue(&q);
}

TEST(drop, counts_what_it_hands_over_as_done)
{
    over_capacities(counts_as_done);
}

static void
waits_for_in_hand(size_t capacity)
{
    struct queue q;
    struct waiter joiner;
    void *item;

    make_queue(&q, "drop", capacity);
    fill(&q, capacity);
    check(!queue_get(&q, &item), "get fails");
    waiter_start(&joiner, &q, JOIN, NULL);
    queue_close_drop(&q, NULL, NULL);
    check(queue_unfinished(&q) == 1, "%zu unfinished", queue_unfinished(&q));
    await_waiting(&q, 1);
    check(!queue_task_done(&q), "task_done fails");
    check(waiter_end(&joiner) == 0, "join fails");
    end_queue(&q);
}

TEST(drop, lets_join_wait_for_the_item_in_hand)
{
    over_capacities(waits_for_in_hand);
}

static void
done_without_get(size_t capacity)
{
    struct queue q;

    make_queue(&q, "drop", capacity);
    size_t n = fill(&q, capacity);
    for (size_t i = 0; i < n; i++)
        check(!queue_task_done(&q), "task_done fails");
    queue_close_drop(&q, NULL, NULL);
    check(queue_unfinished(&q) == 0, "%zu unfinished", queue_unfinished(&q));
    queue_join(&q);
    end_queue(&q);
}

TEST(drop, does_not_count_twice_what_was_told_of_without_a_get)
{
    over_capacities(done_without_get);
}

static void
wakes_all(size_t capacity)
{
    struct queue q;
    struct waiter crowd[CROWD];

    make_queue(&q, "drop", capacity);
    if (capacity)
        for (size_t i = 0; i < capacity; i++)
            check(!queue_put(&q, NULL), "put fails");
    for (int i = 0; i < CROWD; i++)
        waiter_start(&crowd[i], &q, capacity ? PUT : GET, &q);
    queue_close_drop(&q, NULL, NULL);
    for (int i = 0; i < CROWD; i++)
        check(waiter_end(&crowd[i]) == EPIPE, "%d: %d", i, crowd[i].result);
    check(queue_size(&q) == 0, "size %zu", queue_size(&q));
    end_queue(&q);
}

TEST(drop, wakes_all_who_wait_to_put_or_get)
{
    over_capacities(wakes_all);
}

static void
after_close(size_t capacity)
{
    struct queue q;
    struct dropped d = {&q, 0, 0, {0}};

    make_queue(&q, "drop", capacity);
    size_t n = fill(&q, capacity);
    queue_close(&q);
    queue_close_drop(&q, note, &d);
    check(d.n == n, "%zu handed over, not %zu", d.n, n);
    end_queue(&q);
}

TEST(drop, of_a_closed_queue_hands_over_what_is_left)
{
    over_capacities(after_close);
}

/* The ring of a queue that was used and is empty: AddressSanitizer sees it. */
TEST(drop, of_an_emptied_queue_gives_its_ring_back)
{
    struct queue q;
    void *item;

    make_queue(&q, "drop", 0);
    check(queue_put(&q, &q) == 0 && queue_get(&q, &item) == 0, "put, get");
    queue_close_drop(&q, NULL, NULL);
    check(queue_destroy(&q) == 0, "destroy");
}
