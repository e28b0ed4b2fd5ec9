/* What a contender does not offer is not played, and it is said why.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "spawn.h"
#include "test.h"

#define LESS BUILD "/test/contenders/less.so"

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

    run_program(&o, "explore", "-n 1 -k 2 -C roomy -s close -s in-vain %s",
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
