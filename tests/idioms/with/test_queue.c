/* Queues as with-blocks: closed and joined; each item done, whatever happens.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "with/managers/closing_queue.h"
#include "with/managers/items.h"
#include "test.h"
#include "thread.h"

enum { N_ITEMS = 100, N_WORKERS = 3 };

static struct queue queue;
static int items[N_ITEMS];

static void
queue_of_items(void)
{
    check(!queue_init(&queue, "items", 0), "queue_init");
    for (int i = 0; i < N_ITEMS; i++)
        check(!queue_put(&queue, &items[i]), "put %d", i);
    queue_close(&queue);
}

/* How many turns it took until the loop was left; -1: returned from it. */
static int
leave_at_10(const char *how)
{
    int turns = 0;
    int *item;

    for_each_item (item, &queue) {
        check(item == &items[turns], "item %d", turns);
        if (++turns < 10)
            continue;
        if (!strcmp(how, "break"))
            break;
        if (!strcmp(how, "return"))
            return -1;
        if (!strcmp(how, "goto"))
            goto out;
    }
out:
    return turns;
}

static void
check_done(int turns, int expected)
{
    size_t unfinished = queue_unfinished(&queue), left = queue_size(&queue);

    check(turns == expected, "%d turns", turns);
    check(unfinished == left, "%zu unfinished, %zu left", unfinished, left);
}

TEST(for_each_item, takes_all_until_the_end_and_each_is_done)
{
    queue_of_items();
    check_done(leave_at_10("never"), N_ITEMS);
    check(queue_size(&queue) == 0, "some are left");
}

TEST(for_each_item, is_a_loop_that_break_leaves_with_the_item_done)
{
    queue_of_items();
    check_done(leave_at_10("break"), 10);
    check(queue_size(&queue) == N_ITEMS - 10, "%zu left", queue_size(&queue));
}

TEST(for_each_item, says_task_done_on_return_and_goto)
{
    queue_of_items();
    check_done(leave_at_10("return"), -1);
    check_done(queue_size(&queue) == N_ITEMS - 10, true);
}

static void *
cancelled_in_a_turn(void *nothing)
{
    int *item;

    for_each_item (item, &queue) {
        check(item == items, "another item");
        check(!pthread_cancel(pthread_self()), "cancel");
        pthread_testcancel();
    }
    return nothing;
}

TEST(for_each_item, says_task_done_for_a_thread_that_is_cancelled)
{
    pthread_t thread;

    queue_of_items();
    check(!pthread_create(&thread, NULL, cancelled_in_a_turn, NULL), "create");
    check(!pthread_join(thread, NULL), "join");
    check(queue_unfinished(&queue) == N_ITEMS - 1, "%zu unfinished",
          queue_unfinished(&queue));
}

static void *
work(void *nothing)
{
    int *item;

    for_each_item (item, &queue) {
        ++*item; /* nobody else has this one */
    }
    return nothing;
}

static int
feed(int until)
{
    with (closing_queue, q, .queue = &queue) {
        for (int i = 0; i < N_ITEMS; i++) {
            if (i == until)
                return i;
            check(!queue_put(q, &items[i]), "put %d", i);
        }
    }
    return N_ITEMS;
}

static void
feed_workers(int until)
{
    pthread_t workers[N_WORKERS];

    check(!queue_init(&queue, "items", 2), "queue_init");
    for (size_t i = 0; i < N_WORKERS; i++)
        check(!thread_start(&workers[i], "worker", i, work, NULL), "start");
    check(feed(until) == until, "fed another number");
    check(queue_closed(&queue) && !queue_unfinished(&queue), "not at an end");
    for (int i = 0; i < N_ITEMS; i++)
        check(items[i] == (i < until), "item %d: worked on %d times", i,
              items[i]);
    for (size_t i = 0; i < N_WORKERS; i++)
        check(!pthread_join(workers[i], NULL), "join");
    check(!queue_destroy(&queue), "destroy");
}

TEST(closing_queue, is_closed_and_joined_at_the_end_of_the_block)
{
    feed_workers(N_ITEMS);
}

TEST(closing_queue, is_closed_and_joined_when_the_block_is_left_early)
{
    feed_workers(7);
}
