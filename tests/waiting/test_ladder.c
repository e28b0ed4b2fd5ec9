/* make ladder: every rung against the one below, for a screen of 80 columns.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "spawn.h"
#include "test.h"

static struct outcome o;

TEST(ladder, is_printed_from_the_bottom_to_the_top)
{
    run_program(&o, "../../scripts/learn/ladder", "%s", "");
    check(o.status == 0 && !*o.err, "status %d: %s", o.status, o.err);
    check(!strncmp(o.out, "=== spin\n", 9), "%.80s", o.out);
    check(count_of(o.out, "\n=== ") == 11, "%zu steps",
          count_of(o.out, "\n=== "));
    check(strstr(o.out, "\n=== semaphore -> futex\n"), "another order");
    check(strstr(o.out, "\n=== adaptive -> gather\n"), "another end");
}

TEST(ladder, fits_into_80_columns)
{
    run_program(&o, "../../scripts/learn/ladder", "%s", "");
    for (char *line = o.out, *end; (end = strchr(line, '\n')); line = end + 1)
        check(end - line <= 80, "%.*s", (int)(end - line), line);
}
