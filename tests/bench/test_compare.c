/* bench compare: two folders of results, number by number.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "folder.h"
#include "test.h"

#define HEAD "key,median,low,high\n"

static void
two_runs(const char *a, const char *b)
{
    make_folder();
    check(shell("mkdir $D/a $D/b") == 0, "no folders");
    write_file("a/summary.csv", a);
    write_file("b/summary.csv", b);
}

static int
compare(const char *options)
{
    char command[TEXT_BYTES];

    snprintf(command, sizeof(command),
             BUILD "/bin/bench compare %s $D/a $D/b > $D/out 2> $D/err",
             options);
    return shell(command);
}

static void
prints(const char *words)
{
    char command[TEXT_BYTES];

    snprintf(command, sizeof(command), "grep -q '%s' $D/out", words);
    check(shell(command) == 0, "no '%s'", words);
}

TEST(compare, sees_a_difference_only_when_intervals_are_apart)
{
    two_runs(HEAD "w.x.wall_ms,10,9,11\n\"w[a=1,b=2].y.wall_ms\",10,9,11\n",
             HEAD "w.x.wall_ms,12,10,14\n\"w[a=1,b=2].y.wall_ms\",5,4,6\n");
    check(compare("") == 0, "status");
    prints("w.a=1,b=2..y.wall_ms *0.5 *0.364 to 0.667 *better");
    prints("2 compared: 1 better, 0 worse");
    check(shell("grep -q w.x $D/out") == 1, "no difference is printed");
    check(compare("--all") == 0, "status");
    prints("w.x.wall_ms *1.2 *0.909 to 1.56 *no difference seen");
    remove_folder();
}

TEST(compare, fails_only_above_what_it_was_told)
{
    two_runs(HEAD "w.x.wall_ms,10,10,10\n", HEAD "w.x.wall_ms,12,12,12\n");
    check(compare("") == 0, "fails unasked");
    check(compare("--fail-above 10%") == 3, "20 %% worse");
    check(compare("--fail-above 25") == 0, "less than it may be");
    remove_folder();
}

TEST(compare, takes_more_items_a_second_as_better)
{
    two_runs(HEAD "t.x.items_per_s,10,10,10\n",
             HEAD "t.x.items_per_s,20,20,20\n");
    check(compare("--fail-above 10%") == 0, "more is not worse");
    prints("better");
    remove_folder();
}

TEST(compare, refuses_what_is_no_run)
{
    static const struct {
        const char *bytes, *why;
    } bad[] = {
        {"", "summary.csv:1: is empty"},
        {HEAD, "has no numbers"},
        {"a,b\n1,2\n", "no column 'key'"},
        {HEAD "k,1,2\n", "summary.csv:2: has more or fewer"},
        {HEAD "k,much,1,2\n", "summary.csv:2: 'much' is not a number"},
        {HEAD "k,NaN,1,2\n", "'NaN' is not a number"},
        {HEAD "k,1.5,1,2", "the line is too long, or has no end"},
        {HEAD "\"k,1,1,2\n", "a quote is not closed"},
    };
    char command[TEXT_BYTES];

    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
        two_runs(HEAD "w.x.wall_ms,10,10,10\n", bad[i].bytes);
        check(compare("") == 1, "%s: taken", bad[i].why);
        snprintf(command, sizeof(command), "grep -q \"%s\" $D/err", bad[i].why);
        check(shell(command) == 0, "%s: not told", bad[i].why);
        remove_folder();
    }
}

TEST(compare, takes_windows_line_ends)
{
    two_runs("key,median,low,high\r\nw.x.wall_ms,10,10,10\r\n",
             HEAD "w.x.wall_ms,10,10,10\n");
    check(compare("") == 0, "status");
    prints("1 compared: 0 better, 0 worse");
    remove_folder();
}

TEST(compare, bad_usage_is_one_line_and_2)
{
    make_folder();
    check(shell(BUILD "/bin/bench compare $D 2> $D/err") == 2, "one folder");
    check(shell(BUILD "/bin/bench compare a b c 2> $D/err") == 2, "three");
    check(shell(BUILD "/bin/bench compare --fail-above x a b 2> $D/err") == 2,
          "no percentage");
    remove_folder();
}

TEST(compare, says_that_two_runs_have_nothing_in_common)
{
    two_runs(HEAD "a.x.wall_ms,1,1,1\n", HEAD "b.x.wall_ms,1,1,1\n");
    check(compare("") == 1, "status");
    check(shell("grep -q 'no number in common' $D/err") == 0, "not told");
    remove_folder();
}
