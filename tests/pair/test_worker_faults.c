/* A worker in trouble: cannot start, cannot pass on, is ended from outside.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "crew.h"
#include "fail.h"

static int
refuse_to_open(const struct stage_options *options, void **context)
{
    (void)options, (void)context;
    return EMFILE;
}

TEST(worker_faults, start_returns_the_error_of_open)
{
    struct crew c;
    size_t closed = n_closed;

    crew_init(&c, pass_on);
    c.stage.open = refuse_to_open;
    int error = worker_start(&c.worker);
    check(error == EMFILE, "it gives %d", error);
    check(c.n_living == 0, "%zu live", c.n_living);
    check(n_closed == closed, "what was not open is closed");
    crew_destroy(&c);
}

TEST(worker_faults, start_closes_the_stage_when_there_is_no_thread)
{
    struct crew c;
    size_t closed = n_closed;

    crew_init(&c, pass_on);
    fail_at(FAIL_CREATE, 1);
    int error = worker_start(&c.worker);
    check(error == EAGAIN, "it gives %d", error);
    check(c.n_living == 0, "%zu live", c.n_living);
    check(n_closed == closed + 1, "closed %zu times", n_closed - closed);
    crew_destroy(&c);
}

/* The item waits already, so that the next push is the worker's. */
TEST(worker_faults, strands_an_item_that_the_next_queue_cannot_take)
{
    struct crew c;
    struct item items[3] = {0};

    crew_init(&c, pass_on);
    crew_put(&c, items, 3);
    fail_at(FAIL_PUSH, 2);
    check(!worker_start(&c.worker), "start");
    crew_finish(&c, 3);
    check(queue_size(&c.out) == 2, "%zu arrived", queue_size(&c.out));
    check(c.worker.stranded == &items[1], "another item is stranded");
    check(!items[1].next, "more than one is stranded");
    check(items[1].error == ENOMEM, "error %d", items[1].error);
    check(!strcmp(items[1].failed_stage, "resize"), "stage");
    check(!strcmp(items[1].reason, "cannot be passed on"), "reason '%s'",
          items[1].reason);
    crew_destroy(&c);
}

static void
strands_item_3(struct item *(*work)(void *, struct item *))
{
    struct crew c;
    struct item items[4] = {0};

    crew_init(&c, work);
    crew_put(&c, items, 4);
    check(!worker_start(&c.worker), "start");
    crew_finish(&c, 4);
    check(queue_size(&c.out) == 3, "%zu arrived", queue_size(&c.out));
    check(c.worker.stranded == &items[3], "another item is stranded");
    check(items[3].error == ECANCELED, "error %d", items[3].error);
    check(!strcmp(items[3].reason, "its worker ended"), "reason '%s'",
          items[3].reason);
    check(c.n_living == 0, "%zu live on", c.n_living);
    crew_destroy(&c);
}

TEST(worker_faults, strands_the_item_in_hand_when_its_work_exits)
{
    strands_item_3(exit_at_3);
}

TEST(worker_faults, strands_the_item_in_hand_when_it_is_cancelled)
{
    strands_item_3(cancelled_at_3);
}

TEST(worker_faults, keeps_the_first_reason_of_an_item_that_is_stranded)
{
    struct crew c;
    struct item items[1] = {0};

    item_fail(&items[0], "download", EIO, "before");
    crew_init(&c, pass_on);
    crew_put(&c, items, 1);
    fail_at(FAIL_PUSH, 1);
    check(!worker_start(&c.worker), "start");
    crew_finish(&c, 1);
    check(c.worker.stranded == &items[0], "it is not stranded");
    check(items[0].error == EIO, "error %d", items[0].error);
    crew_destroy(&c);
}
