/* The rig: every mode with contenders of every kind, nothing lost.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "bench/child.h"
#include "test.h"

static struct child child;

/* Runs the rig; it must end well, with all its items. */
static void
finishes(const char *arguments, double n_items)
{
    check(child_start(&child, BUILD "/bin/rig", arguments, 0) == 0, "fork");
    child_finish(&child);
    check(child.status == 0, "%s: %s", arguments, child.messages);
    check(child_value(&child, "finished", -1) == n_items, "%s: %g items",
          arguments, child_value(&child, "finished", -1));
}

static void
refuses(const char *arguments, const char *words)
{
    check(child_start(&child, BUILD "/bin/rig", arguments, 0) == 0, "fork");
    child_finish(&child);
    check(WIFEXITED(child.status) && WEXITSTATUS(child.status) > 0, "%s: taken",
          arguments);
    check(strstr(child.messages, words), "%s: %s", arguments, child.messages);
}

TEST(rig, measures_latency_of_all_items)
{
    finishes("--contender waiting --name futex --items 30", 30);
    check(child_value(&child, "delay_p50_ns", -1) > 0, "no delay");
    finishes("--contender blocking --items 30", 30);
    finishes("--contender polling --items 30 --capacity 0", 30);
}

/* Each gap of the schedule is at least half of what was asked. */
TEST(rig, latency_takes_as_long_as_its_schedule)
{
    finishes("--contender waiting --name futex --items 20 --every 2ms", 20);
    check(child_value(&child, "wall_ns", 0) >= 20e6, "wall %g",
          child_value(&child, "wall_ns", 0));
}

TEST(rig, plays_ping_pong_in_each_placement)
{
    finishes("--contender waiting --name condvar --mode pingpong", 1000);
    finishes("--contender blocking --mode pingpong --place one", 1000);
    finishes("--contender waiting --name yield --mode pingpong --place one",
             1000);
}

TEST(rig, loses_nothing_at_full_speed)
{
    finishes("--contender blocking --mode throughput --items 5000 "
             "--producers 2 --consumers 2 --capacity 1",
             5000);
    finishes("--contender waiting --name semaphore --mode throughput "
             "--items 5000 --producers 3 --consumers 2",
             5000);
}

TEST(rig, names_a_contender_that_loses_items)
{
    refuses("--contender ./" BUILD "/test/contenders/faulty.so --name loses "
            "--mode throughput --items 50000",
            "items wrong");
}

TEST(rig, refuses_what_makes_no_sense)
{
    refuses("", "no --contender named");
    refuses("--contender waiting --name nosuch", "no contender 'nosuch'");
    refuses("--contender nosuch", "nosuch.so");
    refuses("--contender waiting --mode walk", "'walk'");
    refuses("--contender waiting --items 0", "'0' is out of range");
    refuses("--contender waiting --every 1", "not a duration");
    refuses("--contender waiting --place three", "'three'");
    refuses("--contender polling --capacity 3", "create");
}
