/* Decorators stacked, with parameters, and taken off, as a program prints it.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "spawn.h"
#include "test.h"

static struct outcome o;

TEST(stacked, has_pythons_order_and_comes_off)
{
    run_program(&o, "decorate/stacked", "%s", "");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    check(strstr(o.out, "fetch(\"http://here/\") is 0\n"
                        "# trace, timed, retry(3) gives 0 after 3 calls\n"
                        "# timed saw 2 calls"),
          "it says:\n%s", o.out);
    check(count_of(o.out, "# plain              gives 11 after 1 calls") == 2,
          "it says:\n%s", o.out);
}
