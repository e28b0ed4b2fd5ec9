/* Every rung of the ladder, each access of memory seen, as far as a test goes.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>
#include <unistd.h>

#include "spawn.h"
#include "test.h"

enum { RUNGS = 13 }; /* the twelve, and condvar-locked */

/* All rungs in a scenario: each complete, none with a fault. */
static void
explore_all(const char *options)
{
    struct outcome o;

    run_program(&o, "explore", "%s %s", options, BUILD "/explored/waiting.so");
    check(o.status == 0, "%s: %s%s", options, o.out, o.err);
    check(count_of(o.out, "complete, no fault") == RUNGS, "%s: %s", options,
          o.out);
}

TEST(rungs, pass_items_on)
{
    explore_all("-p 1 -c 1 -n 2 -s put-get");
    explore_all("-p 2 -c 1 -n 1 -s put-get");
}

TEST(rungs, see_the_close)
{
    explore_all("-p 1 -c 1 -n 1 -s close");
}

TEST(rungs, keep_deadlines)
{
    explore_all("-p 1 -c 1 -n 1 -s late");
}

/* Queues of others, unmodified, as far as they are here.  The locks of GLib are
 * its own, made of words that are not seen.
 */
TEST(peers, are_reported_of_nothing)
{
    static const char *const lines[] = {
        "-s put-get -s try " BUILD "/explored/apr.so",
        "-k 0 --call-steps -s put-get -s try " BUILD "/explored/glib.so"};
    static const char *const words[] = {
        "complete, no fault", "threads share memory that is not seen"};
    static const int statuses[] = {0, 77};
    struct outcome o;

    for (int i = 0; i < 2; i++) {
        if (access(strstr(lines[i], BUILD), R_OK))
            continue;
        run_program(&o, "explore", "%s", lines[i]);
        check(o.status == statuses[i] && count_of(o.out, words[i]) == 2,
              "%d: %s%s", o.status, o.out, o.err);
    }
}

TEST(rungs, of_the_pair_have_no_races)
{
    struct outcome o;

    run_program(&o, "explore", "-p 2 -c 1 -n 1 %s",
                BUILD "/explored/blocking.so");
    check(o.status == 0 && !strstr(o.out, "PARTIAL"), "%s%s", o.out, o.err);
}

/* Workers and cascade as they are, with each thread failing to start too. */
TEST(pair, pipeline_ends_in_every_interleaving)
{
    static const char *const options[] = {"-P 2", "-P 1 --failing-threads 1",
                                          "-P 1 --failing-allocations 1"};
    struct outcome o;

    for (int i = 0; i < 3; i++) {
        run_program(&o, "explore", "%s %s", options[i],
                    BUILD "/explored/cascade.so");
        check(o.status == 0 && strstr(o.out, "complete, no fault"), "%s: %s%s",
              options[i], o.out, o.err);
    }
}
