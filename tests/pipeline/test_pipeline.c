/* What all three pipelines do: every item that went in comes back once.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "capacities.h"
#include "fail.h"
#include "line.h"

enum { N = LINE_ITEMS };

static void
started(struct line *l, size_t capacity, const size_t n_workers[LINE_STAGES])
{
    line_init(l, capacity, n_workers);
    check(!line_start(l), "start");
}

static void
all_come_back_one_each(size_t capacity)
{
    static struct line l;

    started(&l, capacity, one_each);
    line_feed(&l, N);
    line_end(&l);
    check(l.n_back == N, "%zu came back", l.n_back);
}

TEST(pipeline, gives_every_item_back_once)
{
    over_capacities(all_come_back_one_each);
}

static void
all_come_back_of_many(size_t capacity)
{
    static struct line l;

    started(&l, capacity, four_three_five);
    line_feed(&l, N);
    line_end(&l);
    check(l.n_back == N, "%zu came back", l.n_back);
}

TEST(pipeline, gives_every_item_back_once_with_many_workers)
{
    over_capacities(all_come_back_of_many);
}

static void
zero_items(size_t capacity)
{
    static struct line l;

    started(&l, capacity, one_each);
    line_end(&l);
    check(l.n_back == 0, "%zu came out of nothing", l.n_back);
}

TEST(pipeline, ends_without_any_item)
{
    over_capacities(zero_items);
}

static void
fails_in_each_stage(size_t capacity)
{
    static struct line l;

    for (size_t stage = 0; stage < LINE_STAGES; stage++) {
        line_init(&l, capacity, one_each);
        l.plan.stages[stage].work = fail_3;
        check(!line_start(&l), "start");
        line_feed(&l, 10);
        line_end(&l);
        check(l.n_back == 10 && l.n_failed == 1,
              "stage %zu: %zu back, %zu "
              "failed",
              stage, l.n_back, l.n_failed);
        check(l.items[3].error == EIO, "stage %zu: another item", stage);
    }
}

TEST(pipeline, brings_a_failed_item_back_like_any_other)
{
    over_capacities(fails_in_each_stage);
}

static void
keeps_order(size_t capacity)
{
    static struct line l;
    struct item *item;

    started(&l, capacity, one_each);
    line_feed(&l, 50);
    pipeline_stop(&l.pipeline);
    for (size_t i = 0; (item = pipeline_take(&l.pipeline)); i++)
        check(item->number == i, "%zu at %zu", item->number, i);
    line_destroy(&l);
}

TEST(pipeline, keeps_the_order_with_one_worker_a_stage)
{
    over_capacities(keeps_order);
}

static void
counts_work(size_t capacity)
{
    static struct line l;
    size_t work_done = 0;

    started(&l, capacity, four_three_five);
    line_feed(&l, 60);
    line_stop(&l);
    for (size_t i = 0; i < l.pipeline.n_workers; i++)
        work_done += pipeline_worker_tally(&l.pipeline, i).work_done;
    check(work_done == 60 * LINE_STAGES, "work done %zu", work_done);
    line_destroy(&l);
}

TEST(pipeline, does_each_stages_work_on_each_item)
{
    over_capacities(counts_work);
}

static void
counts_puts_and_gets(size_t capacity)
{
    static struct line l;

    started(&l, capacity, one_each);
    line_feed(&l, 60);
    line_stop(&l);
    for (size_t i = 0; i < l.pipeline.n_queues; i++) {
        struct queue_tally t = pipeline_queue_tally(&l.pipeline, i);
        check(t.puts == 60 && t.gets == 60, "%s: %zu puts, %zu gets", t.name,
              t.puts, t.gets);
        check(t.peak >= 1 && (!t.capacity || t.peak <= t.capacity),
              "%s: peak %zu", t.name, t.peak);
    }
    check(
        !strcmp(pipeline_queue_tally(&l.pipeline, l.pipeline.n_queues - 1).name,
                "done"),
        "the last queue is not 'done'");
    line_destroy(&l);
}

TEST(pipeline, puts_each_item_once_through_each_queue)
{
    over_capacities(counts_puts_and_gets);
}

static void
settles(size_t capacity)
{
    static struct line l;

    started(&l, capacity, one_each);
    line_feed(&l, 30);
    pipeline_settle(&l.pipeline);
    size_t arrived = pipeline_length(&l.pipeline, l.pipeline.n_queues - 1);
    check(arrived == 30, "%zu have arrived", arrived);
    line_end(&l);
}

TEST(pipeline, settles_only_when_all_has_arrived)
{
    over_capacities(settles);
}

static void
later_open_fails(size_t capacity)
{
    static struct line l;

    for (size_t k = 1; k <= LINE_STAGES; k++) {
        size_t alive = fail_n_alive();
        line_init(&l, capacity, one_each);
        open_counted_fails_at(k);
        int error = line_start(&l);
        check(error == EMFILE, "open %zu: start gives %d", k, error);
        check(n_opened == n_closed, "open %zu: %zu opened, %zu closed", k,
              n_opened, n_closed);
        check(fail_n_alive() == alive, "open %zu: a queue is left", k);
    }
}

TEST(pipeline, is_as_never_started_when_a_stage_cannot_open)
{
    over_capacities(later_open_fails);
}

static void
no_memory_to_feed(size_t capacity)
{
    static struct line l;

    started(&l, capacity, one_each);
    fail_at(FAIL_PUSH, 1);
    int error = pipeline_feed(&l.pipeline, &l.items[0]);
    check(error == ENOMEM, "feed gives %d", error);
    line_end(&l);
}

TEST(pipeline, leaves_an_item_to_the_caller_without_memory)
{
    over_capacities(no_memory_to_feed);
}

static void
takes_offers(size_t capacity)
{
    static struct line l;

    started(&l, capacity, one_each);
    int error = pipeline_offer(&l.pipeline, &l.items[0]);
    check(!error, "offer gives %d", error);
    l.n_fed = 1;
    line_end(&l);
}

TEST(pipeline, takes_what_it_is_offered_when_there_is_room)
{
    over_capacities(takes_offers);
}
