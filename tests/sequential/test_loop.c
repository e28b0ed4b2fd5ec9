/* What is so only in the plain loop: all is done when feed returns.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "fail.h"
#include "pipeline/line.h"
#include "test.h"

enum { CALLS_MAX = 16 };

static size_t calls[CALLS_MAX], n_calls;

static int
open_numbered(const struct stage_options *options, void **context)
{
    static size_t numbers[] = {0, 1, 2};

    *context = &numbers[options->index];
    return 0;
}

static struct item *
note_call(void *context, struct item *item)
{
    const size_t *stage = context;

    calls[n_calls++] = item->number * 10 + *stage;
    return item;
}

TEST(loop, does_one_item_after_the_other_stage_by_stage)
{
    static const size_t expected[] = {0, 1, 2, 10, 11, 12};
    static struct line l;

    line_init(&l, 0, one_each);
    for (size_t i = 0; i < LINE_STAGES; i++)
        l.plan.stages[i] =
            (struct stage){"numbered", open_numbered, note_call, NULL};
    n_calls = 0;
    check(!line_start(&l), "start");
    line_feed(&l, 2);
    line_end(&l);
    check(n_calls == 6, "%zu calls", n_calls);
    for (size_t i = 0; i < 6; i++)
        check(calls[i] == expected[i], "call %zu is %zu", i, calls[i]);
}

TEST(loop, has_done_the_work_when_feed_returns)
{
    static struct line l;

    line_init(&l, 0, one_each);
    check(!line_start(&l), "start");
    line_feed(&l, 1);
    check(pipeline_length(&l.pipeline, 0) == 1, "it has not arrived");
    line_end(&l);
}

TEST(loop, closes_the_earlier_stages_in_a_failed_start)
{
    static struct line l;

    for (size_t k = 1; k <= LINE_STAGES; k++) {
        size_t opened = n_opened, closed = n_closed;
        line_init(&l, 0, one_each);
        open_counted_fails_at(k);
        check(line_start(&l) == EMFILE, "start gives something else");
        check(n_opened - opened == k - 1, "%zu opened", n_opened - opened);
        check(n_closed - closed == k - 1, "%zu closed", n_closed - closed);
    }
}

TEST(loop, passes_a_failed_item_by_the_later_stages)
{
    static struct line l;

    line_init(&l, 0, one_each);
    l.plan.stages[0].work = fail_3;
    l.plan.stages[2] =
        (struct stage){"numbered", open_numbered, note_call, NULL};
    n_calls = 0;
    check(!line_start(&l), "start");
    line_feed(&l, 5);
    line_end(&l);
    check(n_calls == 4, "%zu items were worked on, not 4", n_calls);
}
