/* The rig: every mode with contenders of every kind, nothing lost.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <sched.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "bench/run/child/child.h"
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

TEST(rig, passes_items_through_three_stages)
{
    finishes("--contender waiting --name futex --mode pipeline --items 50 "
             "--every 0",
             50);
    check(child_value(&child, "delay_p50_ns", -1) > 0, "no delay");
    finishes("--contender polling --mode pipeline --items 5 --capacity 0", 5);
}

TEST(rig, ends_consumers_that_wait)
{
    finishes("--contender blocking --mode idle --consumers 5", 0);
    finishes("--contender waiting --name futex --mode shutdown --consumers 5 "
             "--items 20",
             20);
    check(child_value(&child, "shutdown_ns", -1) > 0, "no time");
    finishes("--contender ./" BUILD "/contenders/mine-c.so --mode shutdown "
             "--consumers 3 --items 9",
             9); /* has no close */
}

/* Whether a neighbour of this way to wait is seen to lose less than that, or
 * more, in one of some runs: what else the machine does is in each reading.
 */
static bool
neighbour_loses(const char *way, bool less, double percent)
{
    char arguments[128];
    bool seen = false;

    snprintf(arguments, sizeof(arguments),
             "--contender waiting --name %s --mode neighbour --place two "
             "--items 40",
             way);
    for (int run = 0; run < 12 && !seen; run++) {
        finishes(arguments, 40);
        double lost = child_value(&child, "stolen_percent", NAN);
        seen = less ? lost < percent : lost > percent;
    }
    return seen;
}

TEST(rig, reads_what_a_neighbour_loses)
{
    cpu_set_t allowed;

    if (sched_getaffinity(0, sizeof(allowed), &allowed) ||
        CPU_COUNT(&allowed) < 2)
        return;
    check(neighbour_loses("spin", false, 20), "a spinner takes nothing");
    check(neighbour_loses("futex", true, 10), "a sleeper takes much");
}

/* What is put late has waited since it was due. */
TEST(rig, counts_a_producers_lateness_as_delay)
{
    finishes("--contender blocking --items 20 --late 3ms", 20);
    check(child_value(&child, "delay_p50_ns", 0) >= 3e6, "p50 %g",
          child_value(&child, "delay_p50_ns", 0));
}

/* The parts of a delay: the producer's lateness is no part of the queue's. */
TEST(rig, tells_the_producers_lateness_apart)
{
    finishes("--contender blocking --items 20 --late 3ms", 20);
    check(child_value(&child, "late_p50_ns", 0) >= 3e6, "late %g",
          child_value(&child, "late_p50_ns", 0));
    check(child_value(&child, "notice_p50_ns", 9e9) <=
              child_value(&child, "delay_max_ns", 0) - 3e6,
          "notice %g", child_value(&child, "notice_p50_ns", 0));
    check(child_value(&child, "notice_p50_ns", 0) > 0, "no notice");
}

TEST(rig, stops_at_its_limit_with_all_that_was_put)
{
    check(child_start(&child, BUILD "/bin/rig",
                      "--contender blocking --mode throughput --items 10000000 "
                      "--limit 20ms",
                      0) == 0,
          "fork");
    child_finish(&child);
    check(child.status == 0, "%s", child.messages);
    double n = child_value(&child, "items", -1);
    check(n > 0 && n < 1e7, "%g items", n);
    check(child_value(&child, "finished", -2) == n, "not all of them");
}

/* 30 items have no 99th percentile. */
TEST(rig, tells_no_percentile_that_a_run_cannot_bear)
{
    finishes("--contender blocking --items 30 --every 0.1ms", 30);
    check(child_value(&child, "delay_p90_ns", -1) > 0, "no p90");
    check(child_value(&child, "delay_p99_ns", -1) == -1, "p99 of 30");
    finishes("--contender blocking --items 200 --every 0.1ms", 200);
    check(child_value(&child, "delay_p99_ns", -1) > 0, "no p99 of 200");
    check(child_value(&child, "delay_p999_ns", -1) == -1, "p99.9 of 200");
}

TEST(rig, names_a_contender_that_loses_items)
{
    refuses("--contender ./" BUILD "/test/contenders/faulty.so --name loses "
            "--mode throughput --items 50000",
            "items wrong");
    refuses("--contender ./" BUILD "/test/contenders/faulty.so --name loses "
            "--mode shutdown --items 50000",
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
    refuses("--contender polling --capacity 3", "does not offer capacity 3");
}
