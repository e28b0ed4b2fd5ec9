/* What only a worker that blocks can do: be closed, from above or below.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "pair/crew.h"
#include "tasks.h"
#include "waiter.h"

TEST(crew, ends_at_the_close_of_its_queue_and_drains_it_first)
{
    struct crew c;
    struct item items[30] = {0};

    crew_init(&c, pass_on);
    crew_put(&c, items, 30);
    queue_close(&c.in);
    check(!worker_start(&c.worker), "start");
    worker_join(&c.worker);
    check(queue_size(&c.out) == 30, "%zu arrived", queue_size(&c.out));
    crew_destroy(&c);
}

TEST(crew, says_task_done_only_after_the_put_into_the_next_queue)
{
    struct crew c;
    struct item items[30] = {0};

    crew_init(&c, pass_on);
    check(!worker_start(&c.worker), "start");
    for (size_t i = 1; i <= 30; i++) {
        check(!queue_put(&c.in, &items[i - 1]), "put fails");
        queue_join(&c.in);
        check(queue_size(&c.out) == i, "%zu of %zu arrived", queue_size(&c.out),
              i);
    }
    crew_finish(&c, 30);
    crew_destroy(&c);
}

TEST(crew, that_dies_closes_its_queue_from_below_and_strands_the_rest)
{
    struct crew c;
    struct item items[10] = {0};

    crew_init(&c, exit_at_3);
    crew_put(&c, items, 10);
    check(!worker_start(&c.worker), "start");
    worker_join(&c.worker);
    check(queue_closed(&c.in), "its queue is open");
    check(c.worker.n_stranded == 7, "%zu stranded", c.worker.n_stranded);
    check(items[9].error == EPIPE, "error %d", items[9].error);
    check(queue_unfinished(&c.in) == 0, "%zu unfinished",
          queue_unfinished(&c.in));
    crew_destroy(&c);
}

TEST(crew, strands_what_the_next_queue_refuses_because_it_is_closed)
{
    struct crew c;
    struct item items[3] = {0};

    crew_init(&c, pass_on);
    queue_close(&c.out);
    crew_put(&c, items, 3);
    check(!worker_start(&c.worker), "start");
    crew_finish(&c, 3);
    check(c.worker.n_stranded == 3, "%zu stranded", c.worker.n_stranded);
    check(items[0].error == EPIPE, "error %d", items[0].error);
    check(queue_unfinished(&c.in) == 0, "%zu unfinished",
          queue_unfinished(&c.in));
    crew_destroy(&c);
}

TEST(crew, that_is_cancelled_while_it_waits_for_an_item_leaves_none)
{
    struct crew c;

    crew_init(&c, pass_on);
    check(!worker_start(&c.worker), "start");
    await_waiting(&c.in, 1);
    pthread_cancel(c.worker.thread);
    worker_join(&c.worker);
    check(!c.worker.stranded, "an item is stranded");
    check(c.n_living == 0 && queue_closed(&c.in), "it has not left");
    crew_destroy(&c);
}

TEST(crew, that_is_cancelled_while_it_waits_for_room_strands_its_item)
{
    struct crew c;
    struct item items[2] = {0};

    crew_init(&c, pass_on);
    c.out.capacity = 1;
    crew_put(&c, items, 2);
    check(!worker_start(&c.worker), "start");
    await_waiting(&c.out, 1);
    pthread_cancel(c.worker.thread);
    worker_join(&c.worker);
    check(c.worker.stranded == &items[1], "another item is stranded");
    check(queue_size(&c.out) == 1, "%zu arrived", queue_size(&c.out));
    check(queue_unfinished(&c.in) == 0, "%zu unfinished",
          queue_unfinished(&c.in));
    crew_destroy(&c);
}

TEST(crew, reports_its_own_waits_and_wake_ups)
{
    struct crew c;
    struct item items[1] = {0};

    crew_init(&c, pass_on);
    check(!worker_start(&c.worker), "start");
    await_waiting(&c.in, 1);
    crew_put(&c, items, 1);
    crew_finish(&c, 1);
    check(c.worker.waits >= 1, "no wait");
    check(c.worker.waits == c.worker.wakeups, "%zu waits, %zu wake-ups",
          c.worker.waits, c.worker.wakeups);
    check(c.worker.waits == queue_counts(&c.in).waits, "%zu of %zu waits",
          c.worker.waits, queue_counts(&c.in).waits);
    crew_destroy(&c);
}
