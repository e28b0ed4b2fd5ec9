/* A fault beside the nearest run that passes.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "explore/search/nearest.h"
#include "explore/rig.h"
#include "spawn.h"
#include "test.h"

static struct outcome o;

static void
says(const char *words)
{
    check(strstr(o.out, words), "no '%s' in %s%s", words, o.out, o.err);
}

TEST(beside, marks_the_first_difference)
{
    run_program(&o, "explore", "--columns 80 --beside %s/gallery/%s.so", BUILD,
                "if-for-while-get");
    check(o.status == 1, "%d", o.status);
    says("      the first 6 steps: the same in both\n"
         ">  7  thread-3: wakes, locks lock           thread-4: locks lock");
}

TEST(beside, names_the_switches_that_matter)
{
    run_program(&o, "explore", "--beside --replay dcbed %s/gallery/%s.so",
                BUILD, "if-for-while-get");
    says("switch to thread-2 at step 2 is forced: the thread before cannot go "
         "on\n");
    says("switch to thread-1 at step 3 does not matter: the fault comes "
         "without it, too\n");
    says("switch to thread-3 at step 5 matters: without it there is no such "
         "fault\n");
}

TEST(beside, is_told_only_where_it_was_asked_for)
{
    run_program(&o, "explore", "%s/gallery/%s.so", BUILD, "if-for-while-get");
    check(o.status == 1 && !strstr(o.out, "the nearest"), "%s", o.out);
}

/* How often the file has the words. */
static size_t
count_in(const char *path, const char *words)
{
    static char text[1 << 17];
    FILE *in = fopen(path, "r");

    check(in, "no '%s'", path);
    text[fread(text, 1, sizeof(text) - 1, in)] = '\0';
    fclose(in);
    return count_of(text, words);
}

TEST(beside, is_drawn_with_the_line_at_which_they_part)
{
    const char *path = BUILD "/test/beside.svg";

    run_program(&o, "explore", "--terse --beside --svg %s %s/gallery/%s.so",
                path, BUILD, "if-for-while-get");
    check(count_in(path, "class=\"parts\"") == 2, "a line in each run");
    check(count_in(path, "step 7, the first that differs") == 1, "its step");
    check(count_in(path, "matters: without it there is no such fault") == 2,
          "the switches");
    check(count_in(path, "<svg ") == 3 && count_in(path, "</svg>") == 3,
          "two in one");
    run_program(&o, "explore", "--terse --svg %s %s/gallery/%s.so", path, BUILD,
                "if-for-while-get");
    check(count_in(path, "class=\"parts\"") == 0, "it was not asked for");
}

/* Two increments, each a load and a store, of which one may be lost. */
static int count;

static void *
increment(void *nothing)
{
    step_at(&count);
    int seen = count;
    step_at(&count);
    count = seen + 1;
    return nothing;
}

static void *
two_increments(void *nothing)
{
    count = 0;
    engine_spawn("one", NO_INDEX, increment, NULL);
    engine_spawn("two", NO_INDEX, increment, NULL);
    engine_step((struct op){.kind = OP_JOIN, .deadline = NEVER, .target = 0});
    if (count != 2)
        engine_fail(FAULT_FAILED, "an increment is lost");
    return nothing;
}

TEST(beside, is_a_run_that_passes_and_has_most_steps_in_common)
{
    struct session s = explored(SEARCH_BOUNDED, -1, two_increments, NULL);

    check(s.fault == FAULT_FAILED, "%d", s.fault);
    s.n_needed = s.n;
    struct nearest n = nearest_find(&s);
    check(n.is_found && n.same < s.n, "none");
    check(memcmp(n.steps, s.steps, n.same * sizeof(n.steps[0])) == 0, "same");
    check(n.steps[n.same].task != s.steps[n.same].task, "no difference");
    session_replay(&s, n.steps, n.n);
    check(!engine.fault, "it fails: %s", engine.why);
    free(n.steps);
    session_end(&s);
}
