/* The hard one: a put that waited for room, finds no memory, and leaves.
 * SPDX-License-Identifier: MIT
 *
 * It was woken for a place that it does not take.  Unless it passes the ring
 * on, another producer sleeps beside that place forever; which takes three
 * producers, one failure at the right moment, and somebody who looks.
 */
#include <string.h>

#include "spawn.h"
#include "test.h"

TEST(tight, a_failed_put_passes_its_wake_up_on)
{
    struct outcome o;

    run_program(&o, "explore", "-P 0 -p 3 -c 2 -n 1 -s no-memory %s",
                BUILD "/explored/tight.so");
    check(o.status == 0 && strstr(o.out, "complete, no fault"), "%d: %s%s",
          o.status, o.out, o.err);
}

TEST(tight, one_that_keeps_it_is_found_and_told)
{
    struct outcome o;

    run_program(&o, "explore", "-p 3 -c 2 -n 1 -s no-memory %s",
                BUILD "/explored/keeps.so");
    check(o.status == 1 && strstr(o.out, "FAULT: deadlock"), "%d: %s%s",
          o.status, o.out, o.err);
    check(strstr(o.out, "= ENOMEM") && strstr(o.out, "and that woke producer"),
          "%s", o.out);
}
