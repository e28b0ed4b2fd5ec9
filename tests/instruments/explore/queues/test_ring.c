/* The fast queue: its doorbell in every interleaving, and what each order is for.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"

/* Threads go to sleep at once: looking before it adds steps and no order. */
#define ASLEEP BUILD "/explored/asleep"

/* Without a limit in time, which a busy machine would reach. */
static void
is_complete(const char *options, const char *file, size_t n)
{
    struct outcome o;

    run_program(&o, "explore", "--time-limit 0s %s %s", options, file);
    check(o.status == 0 && count_of(o.out, "complete, no fault") == n,
          "%s: %s%s", options, o.out, o.err);
}

TEST(ring, loses_no_wakeup)
{
    is_complete("-C ring -p 1 -c 2 -n 1 -s put-get -s try -s try-wait "
                "-s deadlines -s in-vain -s close-full -s try-close",
                ASLEEP ".so", 7);
    /* With two preemptions it has 1,552,160 schedules: that is a long run. */
    is_complete("-C ring -P 1 -p 1 -c 2 -n 1 -s late", ASLEEP ".so", 1);
    is_complete("-C ring -p 1 -c 1 -n 1 -s put-get --unbounded", ASLEEP ".so",
                1);
}

TEST(ring, looks_before_it_sleeps)
{
    is_complete("-C ring -p 1 -c 1 -n 1 -s try -s in-vain -s close-full "
                "-s try-close",
                BUILD "/explored/ring.so", 4);
}

#define TOLD "tests/instruments/explore/queues/ring/told.c"

TEST(ring, may_be_destroyed_by_a_thread_that_is_told_of_the_end)
{
    is_complete("-C ring -s " TOLD, ASLEEP ".so", 1);
    is_complete("-C ring -s " TOLD, BUILD "/explored/ring.so", 1);
}

TEST(ring, counts_as_unfinished_what_was_at_one_time)
{
    is_complete("--unbounded", BUILD "/explored/unfinished.so", 1);
}

/* One line of it undone: see ring/NAME.sed. */
static const struct {
    const char *name, *options, *fault;
} faults[] = {
    {"mark-not-set", "-C ring -p 1 -c 1 -s put-get", "deadlock"},
    {"mark-not-seen", "-C ring -p 1 -c 1 -s put-get", "deadlock"},
    {"mark-overwritten", "-C ring -p 1 -c 1 -s put-get", "deadlock"},
    {"mark-taken-too-soon", "-C ring -p 1 -c 1 -k 2 -s put-get --random=100000",
     "deadlock"},
    {"mark-read-too-soon", "-C ring -p 1 -c 1 -s put-get", "deadlock"},
    {"sleepers-forgotten", "-C ring -p 3 -c 1 -k 3 -n 1 -s try", "deadlock"},
    {"noted-too-late", "-C ring -p 1 -c 1 -s put-get", "deadlock"},
    {"no-second-look", "-C ring -p 1 -c 1 -s put-get", "deadlock"},
    {"next-is-not-rung", "-C ring -p 1 -c 2 -k 2 -s put-get", "deadlock"},
    {"mark-left-behind", "-C ring -p 1 -c 2 -k 2 -s put-get", "deadlock"},
    {"close-overwritten", "-C ring -p 1 -c 1 -n 1 -s try-close",
     "not linearizable"},
    {"dropped-too-late", "-C ring -s " TOLD, "race"},
    {"put-after-close", "-C ring-spsc -p 1 -c 1 -n 1 -s try-close",
     "not linearizable"},
};

TEST(ring, needs_each_of_its_orders)
{
    struct outcome o;

    for (size_t i = 0; i < ARRAY_LEN(faults); i++) {
        run_program(&o, "explore", "%s %s-%s.so", faults[i].options, ASLEEP,
                    faults[i].name);
        check(o.status == 1 && strstr(o.out, "FAULT: ") &&
                  strstr(o.out, faults[i].fault),
              "%s: %s%s", faults[i].name, o.out, o.err);
    }
}
