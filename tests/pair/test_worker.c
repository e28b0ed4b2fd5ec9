/* A worker: what it does with items, and what it counts.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "crew.h"

enum { MANY = 50 };

TEST(worker, passes_every_item_on_in_order)
{
    struct crew c;
    struct item items[MANY] = {0};
    void *item;

    crew_init(&c, pass_on);
    crew_put(&c, items, MANY);
    check(!worker_start(&c.worker), "start");
    crew_finish(&c, MANY);
    for (size_t i = 0; i < MANY; i++) {
        check(!queue_get(&c.out, &item), "only %zu arrived", i);
        check(item == &items[i], "another item at %zu", i);
    }
    crew_destroy(&c);
}

TEST(worker, counts_the_work_that_it_has_done)
{
    struct crew c;
    struct item items[MANY] = {0};

    crew_init(&c, pass_on);
    crew_put(&c, items, MANY);
    check(!worker_start(&c.worker), "start");
    crew_finish(&c, MANY);
    check(c.worker.work_done == MANY, "work done: %zu", c.worker.work_done);
    crew_destroy(&c);
}

/* The worker lives until it is told to stop, so it has its name still. */
TEST(worker, has_a_thread_named_after_its_stage)
{
    struct crew c;
    char name[16] = "";

    crew_init(&c, pass_on);
    c.worker.index = 4;
    check(!worker_start(&c.worker), "start");
    pthread_getname_np(c.worker.thread, name, sizeof(name));
    crew_finish(&c, 0);
    check(!strcmp(name, "resize-4"), "its name is '%s'", name);
    crew_destroy(&c);
}

static struct item *
fail_2(void *context, struct item *item)
{
    (void)context;
    if (item->number == 2)
        return item_fail(item, "resize", EIO, "no");
    return item;
}

TEST(worker, lives_on_when_an_item_fails)
{
    struct crew c;
    struct item items[5] = {0};

    crew_init(&c, fail_2);
    crew_put(&c, items, 5);
    check(!worker_start(&c.worker), "start");
    crew_finish(&c, 5);
    check(queue_size(&c.out) == 5, "%zu arrived", queue_size(&c.out));
    check(items[2].error == EIO && !items[3].failed_stage, "not only item 2");
    crew_destroy(&c);
}

static atomic_size_t n_worked;

static struct item *
count_work(void *context, struct item *item)
{
    atomic_fetch_add(&n_worked, context == &the_context);
    return item;
}

TEST(worker, passes_a_failed_item_on_unworked)
{
    struct crew c;
    struct item items[5] = {0};

    n_worked = 0;
    item_fail(&items[1], "download", EIO, "before");
    crew_init(&c, count_work);
    crew_put(&c, items, 5);
    check(!worker_start(&c.worker), "start");
    crew_finish(&c, 5);
    check(queue_size(&c.out) == 5, "%zu arrived", queue_size(&c.out));
    check(n_worked == 4, "work was called %zu times, not 4", n_worked);
    crew_destroy(&c);
}

TEST(worker, gives_its_work_the_context_that_open_made)
{
    struct crew c;
    struct item items[5] = {0};

    n_worked = 0;
    crew_init(&c, count_work);
    crew_put(&c, items, 5);
    check(!worker_start(&c.worker), "start");
    crew_finish(&c, 5);
    check(n_worked == 5, "%zu times the right context", n_worked);
    crew_destroy(&c);
}

TEST(worker, closes_its_stage_once_joined)
{
    struct crew c;
    size_t opened = n_opened, closed = n_closed;

    crew_init(&c, pass_on);
    check(!worker_start(&c.worker), "start");
    check(n_opened == opened + 1, "opened %zu times", n_opened - opened);
    check(n_closed == closed, "closed before it ended");
    crew_finish(&c, 0);
    check(n_closed == closed + 1, "closed %zu times", n_closed - closed);
    crew_destroy(&c);
}

TEST(worker, leaves_its_crew_when_it_ends)
{
    struct crew c;

    crew_init(&c, pass_on);
    check(!worker_start(&c.worker), "start");
    check(c.n_living == 1, "%zu live", c.n_living);
    crew_finish(&c, 0);
    check(c.n_living == 0, "%zu live on", c.n_living);
    crew_destroy(&c);
}
