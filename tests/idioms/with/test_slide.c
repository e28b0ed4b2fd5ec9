/* The slides' with-statements print what theirs do, to the letter.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "spawn.h"
#include "test.h"

static struct outcome o;

TEST(slide, prints_before_do_something_after)
{
    run_program(&o, "with", "%s", "");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    check(!strcmp(o.out, "before\ndo something\nafter\n"
                         "before\ndo something\nafter\n"
                         "before\ndo something, and return\nafter\n"
                         "result is 10\n"),
          "it says:\n%s", o.out);
}
