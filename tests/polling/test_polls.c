/* The law of the naive worker, and its lawful exit.
 * SPDX-License-Identifier: MIT
 */
#include "clock.h"
#include "pair/crew.h"

static void
law_holds(const struct worker *w)
{
    check(w->polled_count == w->work_done + w->empty_looks + w->exits,
          "%zu polls, but work done %zu, empty looks %zu, exits %zu",
          w->polled_count, w->work_done, w->empty_looks, w->exits);
}

TEST(polls, are_work_done_and_empty_looks_and_exits_exactly)
{
    for (size_t n = 0; n < 60; n++) {
        struct crew c;
        struct item items[60] = {0};
        crew_init(&c, pass_on);
        c.worker.nap_ns = (int64_t)(n % 3) * 20 * NS_PER_US;
        check(!worker_start(&c.worker), "start");
        crew_put(&c, items, n);
        crew_finish(&c, n);
        law_holds(&c.worker);
        check(c.worker.exits == 1, "%zu exits", c.worker.exits);
        check(c.worker.work_done == n, "work done %zu", c.worker.work_done);
        crew_destroy(&c);
    }
}

TEST(polls, count_the_last_look_at_the_flag)
{
    struct crew c;

    crew_init(&c, pass_on);
    worker_stop(&c.worker);
    check(!worker_start(&c.worker), "start");
    worker_join(&c.worker);
    check(c.worker.polled_count == 1, "%zu polls", c.worker.polled_count);
    check(c.worker.exits == 1, "%zu exits", c.worker.exits);
    crew_destroy(&c);
}

TEST(polls, end_at_the_flag_and_leave_items_where_they_are)
{
    struct crew c;
    struct item items[5] = {0};

    crew_init(&c, pass_on);
    crew_put(&c, items, 5);
    worker_stop(&c.worker);
    check(!worker_start(&c.worker), "start");
    worker_join(&c.worker);
    check(queue_size(&c.in) == 5, "%zu left", queue_size(&c.in));
    crew_destroy(&c);
}

TEST(polls, agree_with_the_looks_that_the_queue_counts)
{
    struct crew c;
    struct item items[20] = {0};

    crew_init(&c, pass_on);
    check(!worker_start(&c.worker), "start");
    crew_put(&c, items, 20);
    crew_finish(&c, 20);
    struct queue_counts counts = queue_counts(&c.in);
    check(counts.looks == c.worker.polled_count - 1, "%zu looks, %zu polls",
          counts.looks, c.worker.polled_count);
    check(counts.empty_looks == c.worker.empty_looks, "%zu empty, not %zu",
          counts.empty_looks, c.worker.empty_looks);
    crew_destroy(&c);
}

/* A worker that is ended from outside has no exit, only an unfinished poll. */
TEST(polls, of_a_worker_that_died_lack_the_last_outcome)
{
    struct crew c;
    struct item items[4] = {0};

    crew_init(&c, exit_at_3);
    crew_put(&c, items, 4);
    check(!worker_start(&c.worker), "start");
    crew_finish(&c, 4);
    check(c.worker.exits == 0, "%zu exits", c.worker.exits);
    check(c.worker.work_done == 3, "work done %zu", c.worker.work_done);
    check(c.worker.polled_count ==
              c.worker.work_done + c.worker.empty_looks + 1,
          "%zu polls", c.worker.polled_count);
    crew_destroy(&c);
}
