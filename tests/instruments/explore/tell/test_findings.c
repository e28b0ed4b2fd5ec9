/* A finding that is only reported does not hide the rest.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "spawn.h"
#include "test.h"

static struct outcome o;

/* tests/instruments/explore/programs/habits.c with that HOW. */
static void
explore(int how, const char *options, int status)
{
    run_program(&o, "explore", "--columns 0 %s %s/judged/habits-%d.so", options,
                BUILD, how);
    check(o.status == status, "%d %s: %d: %s%s", how, options, o.status, o.out,
          o.err);
}

static void
says(const char *words)
{
    check(strstr(o.out, words), "no '%s' in %s", words, o.out);
}

TEST(findings, of_a_mutex_destroyed_while_held_let_the_search_go_on)
{
    explore(1, "", 1);
    says("FAULT: destroyed: main destroys a mutex that main holds");
    explore(1, "--report destroyed-held", 1);
    says("complete, 1 finding\n");
    says("FINDING: destroyed: main destroys a mutex that main holds\n  at: "
         "habits.c:");
    explore(1, "--unbounded --report destroyed-held", 1);
    says("complete, 1 finding\n");
}

TEST(findings, of_races_are_told_once_for_each_two_lines)
{
    explore(2, "--report races", 1);
    says("complete, 2 findings\n");
    says("  and: habits.c:20 count: n_more += 2;\n");
}

TEST(findings, do_not_hide_an_assertion_that_fails)
{
    explore(3, "--report races,destroyed-held", 1);
    says("FAULT: crash: main: Aborted\n");
    says("FINDING: race: ");
    says("FINDING: destroyed: ");
    explore(3, "--report races", 1);
    says("FAULT: destroyed: ");
}

/* Each has the command that leads to it, told in the story. */
TEST(findings, can_be_run_again)
{
    char again[200] = "", options[300];

    explore(1, "--report destroyed-held", 1);
    const char *replay = strstr(o.out, "--replay '");
    check(replay && sscanf(replay, "--replay '%199[^']", again) == 1, "%s",
          o.out);
    snprintf(options, sizeof(options), "--report destroyed-held --replay %s",
             again);
    explore(1, options, 1);
    says("FINDING: destroyed\n");
}

TEST(findings, do_not_excuse_a_later_use)
{
    explore(4, "--report destroyed-held", 1);
    says("FAULT: destroyed: thread-1 uses a mutex that was destroyed");
}

TEST(findings, of_no_such_kind_are_bad_usage)
{
    explore(1, "--report raceses", 2);
    explore(1, "--report ''", 2);
}
