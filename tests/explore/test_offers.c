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
