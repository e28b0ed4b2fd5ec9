/* The layout: every contender in every setting that it can take.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "bench/run/layout.h"
#include "bench/stats/summary.h"
#include "test.h"

static struct bench bench;

static void
lay_out(bool full)
{
    struct choice choice = {.is_whole = full};

    memset(&bench, 0, sizeof(bench));
    bench.is_full = full;
    field_add_ours(&bench.field, BUILD "/contenders");
    field_choose(&bench.field, &choice);
    layout_make(&bench);
}

TEST(layout, has_what_was_asked_for_and_nothing_else)
{
    lay_out(false);
    check(layout_find(&bench, "work") && layout_find(&bench, "latency") &&
              layout_find(&bench, "idle") && layout_find(&bench, "pingpong"),
          "a default is missing");
    check(!layout_find(&bench, "throughput"), "throughput is for a full run");
    layout_free(&bench);
    lay_out(true);
    check(layout_find(&bench, "throughput"), "a full run without throughput");
    layout_free(&bench);
}

TEST(layout, gives_every_number_a_key_of_its_own)
{
    lay_out(true);
    for (size_t s = 0; s < bench.n_laid; s++) {
        const struct scenario *laid = &bench.laid[s];
        for (size_t i = 0; i < laid->n_cases; i++)
            check(summary_find(laid, laid->cases[i].params,
                               laid->cases[i].contender) == &laid->cases[i],
                  "%s[%s].%s twice", laid->name, laid->cases[i].params,
                  laid->cases[i].contender);
    }
    layout_free(&bench);
}

TEST(layout, has_no_case_for_an_absent_trait)
{
    lay_out(true);
    const struct scenario *pingpong = layout_find(&bench, "pingpong");
    check(!summary_find(pingpong, NULL, "polling-10ms"), "is not BOUNDED");
    check(!summary_find(pingpong, NULL, "gather-10ms"), "naps too long");
    check(summary_find(pingpong, NULL, "semaphore"), "has all it needs");
    layout_free(&bench);
}

TEST(layout, tells_each_contender_a_capacity_that_it_offers)
{
    lay_out(false);
    const struct scenario *latency = layout_find(&bench, "latency");
    check(strstr(summary_find(latency, NULL, "polling-10ms")->arguments,
                 "--capacity 0 "),
          "polling has no other");
    check(strstr(summary_find(latency, NULL, "futex")->arguments,
                 "--capacity 1024 "),
          "futex is bounded");
    layout_free(&bench);
}

TEST(layout, strikes_the_cases_of_who_runs_no_more)
{
    lay_out(false);
    const struct scenario *work = layout_find(&bench, "work");
    size_t n = work->n_cases;
    for (size_t i = 0; i < bench.field.n; i++)
        if (!strcmp(bench.field.all[i].contender->name, "futex"))
            bench.field.all[i].runs = false;
    layout_strike(&bench, 0);
    check(work->n_cases == n - 1, "%zu of %zu left", work->n_cases, n);
    check(!summary_find(work, NULL, "futex"), "still there");
    check(summary_find(work, NULL, "block"), "a program was struck");
    layout_free(&bench);
}
