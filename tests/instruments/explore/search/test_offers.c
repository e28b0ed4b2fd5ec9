/* What a contender does not offer is not played, and it is said why.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"

#define LESS BUILD "/explored/less.so"

TEST(offers, one_producer_and_one_consumer_are_all_of_spsc)
{
    struct outcome o;

    run_program(&o, "explore", "-n 1 -C alone --time-limit 200ms %s", LESS);
    check(o.status == 0 && strstr(o.out, "put-get       1x1x1"), "%d: %s%s",
          o.status, o.out, o.err);
    check(!strstr(o.out, " drop  "), "two take items: %s", o.out);
    check(strstr(o.out, " drop-join  "), "%s", o.out);
}

TEST(offers, a_capacity_that_create_refuses_is_not_played)
{
    struct outcome o;

    run_program(&o, "explore", "-P 1 -n 1 -k 2 -C roomy -s close -s in-vain %s",
                LESS);
    check(o.status == 0 && strstr(o.out, "complete, no fault") &&
              strstr(o.out, "in-vain: not offered at capacity 1"),
          "%d: %s%s", o.status, o.out, o.err);
}

TEST(offers, a_queue_that_cannot_be_made_is_named_with_the_error)
{
    struct outcome o;

    run_program(&o, "explore", "--terse -C forbidden -s put-get %s", LESS);
    check(o.status == 1 && strstr(o.out, "create gives EACCES"), "%d: %s%s",
          o.status, o.out, o.err);
}

/* What is written when nothing is played, and how it ends. */
static const struct {
    const char *options, *words;
} unplayed[] = {
    {"-C endless", "endless: not explored: offers no capacity 1: try -k 0"},
    {"-C roomy -k 0", "roomy: not explored: offers no capacity 0: try -k 1"},
    {"-C roomy", "roomy: not explored: create refuses capacity 1"},
    {"-C roomy -s in-vain", "roomy in-vain: not offered at capacity 1"},
    {"-C endless -k 0 -s join", "endless join: not played: 'join' needs JOIN"},
    {"-C endless -k 0 -s drop-join", "'drop-join' needs CLOSE, JOIN"},
    {"-C endless -k 0 -s in-vain", "'in-vain' needs capacity 1"},
    {"-C alone -s drop", "alone drop: not played: 'drop' is not for SPSC"},
};

TEST(offers, it_says_why_nothing_is_played)
{
    struct outcome o;

    for (size_t i = 0; i < ARRAY_LEN(unplayed); i++) {
        run_program(&o, "explore", "%s %s", unplayed[i].options, LESS);
        check(o.status == 77 && strstr(o.out, unplayed[i].words),
              "%s: %d: %s%s", unplayed[i].options, o.status, o.out, o.err);
    }
}

TEST(offers, one_scenario_that_is_played_is_enough)
{
    struct outcome o;

    run_program(&o, "explore", "-k 0 -n 1 -C endless -s join -s try %s", LESS);
    check(o.status == 0 && strstr(o.out, "complete, no fault") &&
              strstr(o.out, "endless join: not played"),
          "%d: %s%s", o.status, o.out, o.err);
}
