/* Which orders of two steps a search saw, and which it proves impossible.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "pairs/orders.h"
#include "spawn.h"
#include "test.h"

static struct outcome o;
static struct orders orders;
static int object, other;

/* Two threads from nowhere, so that nothing orders them. */
static void
begin_two(void)
{
    memset(&orders, 0, sizeof(orders));
    for (unsigned t = 0; t < 2; t++)
        check(lineage_begin(&orders.lineage, NO_THREAD) == t, "%u", t);
}

/* The site of a step is as good as its name here. */
static void
step(unsigned thread, enum step_kind kind, uintptr_t site, const void *at)
{
    orders_note(&orders, thread, kind, (const void *)site, at);
}

TEST(orders, are_those_of_two_threads_on_one_object)
{
    begin_two();
    step(0, STEP_LOCK, 100, &object);
    step(0, STEP_LOCK, 200, &object);
    step(1, STEP_LOCK, 300, &other);
    check(!orders.seen[0][1], "one thread");
    check(!orders.seen[0][2], "two objects");
    step(1, STEP_LOCK, 300, &object);
    check(orders.seen[0][2] && orders.seen[1][2], "both locks were before");
    check(!orders.seen[2][0], "the other way round");
    step(0, STEP_LOCK, 100, &object);
    check(orders.seen[2][0], "again");
    check(orders.n_entries == 4, "%u: one for each step of a thread",
          orders.n_entries);
}

TEST(orders, are_of_steps_that_depend_on_each_other)
{
    begin_two();
    step(0, STEP_SIGNAL, 100, &object);
    step(1, STEP_SIGNAL, 200, &object);
    check(!orders.seen[0][1], "two signals");
    step(1, STEP_WAIT, 300, &object);
    check(orders.seen[0][2], "a signal, then a wait");
    check(!orders_depend(STEP_READ, STEP_READ), "two readers");
    check(orders_depend(STEP_READ, STEP_LOCK), "a reader and a writer");
}

TEST(orders, are_not_those_that_create_and_join_give)
{
    begin_two();
    step(0, STEP_LOCK, 100, &object);
    unsigned child = lineage_begin(&orders.lineage, 0);
    step(child, STEP_LOCK, 200, &object);
    check(!orders.seen[0][1], "before it was created");
    step(0, STEP_LOCK, 300, &object);
    check(orders.seen[1][2], "while it runs");
    lineage_end(&orders.lineage, child);
    lineage_join(&orders.lineage, 0, child);
    step(0, STEP_LOCK, 400, &object);
    check(!orders.seen[1][3], "behind the join");
    step(1, STEP_LOCK, 500, &object);
    check(orders.seen[1][4], "another thread has joined nobody");
}

TEST(orders, a_number_is_given_again_where_its_thread_is_known_to_have_ended)
{
    begin_two();
    unsigned child = lineage_begin(&orders.lineage, 0);
    step(child, STEP_LOCK, 100, &object);
    lineage_end(&orders.lineage, child);
    check(lineage_begin(&orders.lineage, 0) != child, "not joined");
    lineage_join(&orders.lineage, 0, child);
    check(lineage_begin(&orders.lineage, 1) != child, "joined by another");
    check(lineage_begin(&orders.lineage, 0) == child, "joined");
    step(1, STEP_LOCK, 200, &object);
    check(orders.seen[0][1], "what it did before is still known");
}

TEST(orders, of_an_object_begin_anew_when_it_is_made_anew)
{
    begin_two();
    step(0, STEP_LOCK, 100, &object);
    orders_forget(&orders, &object);
    step(1, STEP_LOCK, 200, &object);
    check(!orders.seen[0][1], "two objects, one after the other");
}

TEST(orders, that_found_no_room_are_counted)
{
    begin_two();
    for (uintptr_t site = 1; site <= SPOTS_MAX + 3; site++)
        step(0, STEP_LOCK, site * 8, &object);
    check(orders.n_left_out == 3, "%lu", (unsigned long)orders.n_left_out);
}

static void
says(const char *words)
{
    check(strstr(o.out, words), "no '%s' in %s%s", words, o.out, o.err);
}

static void
explore(const char *options, const char *file)
{
    run_program(&o, "explore", "--pairs --terse %s %s/%s", options, BUILD,
                file);
}

TEST(pairs, proves_an_order_impossible_by_a_complete_search)
{
    explore("--unbounded", "gallery/close-with-signal-fixed.so");
    check(o.status == 0, "%d", o.status);
    says("4 pairs of steps that depend on each other, 2 seen in both orders\n");
    says("never the other way round: impossible: the search is complete\n");
    says("       0  close-with-signal-fixed.c:22 consume waits for not_empty\n"
         "                   close-with-signal-fixed.c:33 close_queue "
         "broadcasts not_empty\n");
}

TEST(pairs, counts_the_schedules_with_each_order)
{
    explore("--unbounded", "gallery/close-with-signal-fixed.so");
    says(
        "in how many of 10 schedules the first came before the second, and "
        "after it:\n"
        "       6        8  close-with-signal-fixed.c:31 close_queue locks "
        "lock\n"
        "                   close-with-signal-fixed.c:20 consume locks lock\n");
}

TEST(pairs, calls_nothing_impossible_that_was_not_tried)
{
    explore("-P 2", "gallery/close-with-signal-fixed.so");
    says("never the other way round: not with up to 2 preemptions: --unbounded "
         "tells");
    explore("--unbounded --budget 1", "gallery/close-with-signal-fixed.so");
    says("never the other way round: not in 1 schedules, which are not all\n");
    explore("", "gallery/close-with-signal.so");
    check(o.status == 1, "%d", o.status);
    says("never the other way round: not before the fault, which ended the "
         "search\n");
}

TEST(pairs, knows_an_order_that_create_and_join_give)
{
    explore("-s put-get -C blocking -p 1 -c 1 -n 1 --unbounded",
            "explored/blocking.so");
    check(!strstr(o.out, "destroy"), "%s", o.out);
}

TEST(pairs, is_of_a_search_only)
{
    explore("--replay a", "gallery/close-with-signal.so");
    check(o.status == 2 && strstr(o.err, "--pairs searches"), "%s", o.err);
}
