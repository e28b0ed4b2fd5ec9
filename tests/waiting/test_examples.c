/* The examples beside the ladder do what they say.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "bench/contenders/conformance/conformance.h"
#include "spawn.h"
#include "test.h"

static struct outcome o;

/* 100 items and 25 messages: a poller wakes more often. */
TEST(epoll, waits_for_a_queue_and_a_socket_without_polling)
{
    run_program(&o, "epoll", "%s", "");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    check(!strncmp(o.out, "queue: sum 5050, socket: sum 1300, woken ", 41),
          "%s", o.out);
    long n_wakes = strtol(o.out + 41, NULL, 10);
    check(n_wakes >= 2 && n_wakes <= 140, "%s", o.out);
}

TEST(contenders, the_example_in_c_keeps_its_claims)
{
    const struct contender *const *list =
        contenders_load(BUILD "/contenders/mine-c.so");
    struct conformance result = conformance_test(list[0], false);

    check(result.n_tests > 30, "only %zu tests", result.n_tests);
    check(!result.n_failed, "%s", result.why);
    check(!list[1], "there is more than one");
}
