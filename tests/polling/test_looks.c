/* The queue that never waits: "nothing" is an answer, and counted.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "fail.h"
#include "page.h"

TEST(looks, find_nothing_at_once)
{
    struct queue q;
    void *item = &q;

    make_queue(&q, "empty", 0);
    int error = queue_get(&q, &item);
    check(error == EAGAIN, "get gives %d, not EAGAIN", error);
    check(item == &q, "the pointer was changed");
    end_queue(&q);
}

TEST(looks, are_counted_also_when_they_find_something)
{
    struct queue q;
    void *item;

    make_queue(&q, "counted", 0);
    for (int i = 0; i < 3; i++)
        check(!queue_put(&q, &q), "put fails");
    while (queue_get(&q, &item) == 0)
        continue;
    queue_get(&q, &item);
    struct queue_counts counts = queue_counts(&q);
    check(counts.looks == 5, "%zu looks, not 5", counts.looks);
    check(counts.empty_looks == 2, "%zu empty looks, not 2",
          counts.empty_looks);
    end_queue(&q);
}

TEST(looks, of_others_are_not_needed_for_a_put)
{
    struct queue q;

    make_queue(&q, "grows", 0);
    for (size_t i = 0; i < 10000; i++)
        check(!queue_put(&q, &q), "put %zu fails", i);
    check(queue_size(&q) == 10000, "size %zu", queue_size(&q));
    end_queue(&q);
}

TEST(looks, cannot_begin_without_a_lock)
{
    struct queue q;
    size_t before = fail_n_alive();

    fail_at(FAIL_MUTEX_INIT, 1);
    int error = queue_init(&q, "none");
    check(error == EAGAIN, "init gives %d", error);
    check(fail_n_alive() == before, "something is left");
}
