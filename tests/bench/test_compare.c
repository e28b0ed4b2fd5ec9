/* bench compare: runs of two sides, number by number.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "bench/stats/differ.h"
#include "folder.h"
#include "random.h"
#include "test.h"

#define HEAD "key,median,low,high,interval\n"

static void
two_runs(const char *a, const char *b)
{
    make_folder();
    check(shell("mkdir $D/a $D/b") == 0, "no folders");
    write_file("a/summary.csv", a);
    write_file("b/summary.csv", b);
}

/* sides: "$D/a $D/b" */
static int
compare_sides(const char *options, const char *sides)
{
    char command[TEXT_BYTES];

    snprintf(command, sizeof(command),
             BUILD "/bin/bench compare %s %s > $D/out 2> $D/err", options,
             sides);
    return shell(command);
}

static int
compare(const char *options)
{
    return compare_sides(options, "$D/a $D/b");
}

static void
prints(const char *words)
{
    char command[TEXT_BYTES];

    snprintf(command, sizeof(command), "grep -q '%s' $D/out", words);
    check(shell(command) == 0, "no '%s'", words);
}

TEST(compare, of_single_runs_calls_only_a_factor_of_four_a_difference)
{
    two_runs(HEAD "w.x.wall_ms,10,9,11,95%\n"
                  "\"w[a=1,b=2].y.wall_ms\",50,40,60,95%\n",
             HEAD "w.x.wall_ms,30,29,31,95%\n"
                  "\"w[a=1,b=2].y.wall_ms\",5,4,6,95%\n");
    check(compare("") == 0, "status");
    prints("w.a=1,b=2..y.wall_ms *50 to 5 *better");
    prints("2 compared: 1 better, 0 worse");
    prints("With fewer than 3 runs on a side");
    check(shell("grep -q w.x $D/out") == 1, "no difference is printed");
    check(compare("--all") == 0, "status");
    prints("w.x.wall_ms *10 to 30 *no difference seen");
    remove_folder();
}

TEST(compare, gives_no_verdict_on_ranges)
{
    two_runs(HEAD "w.x.wall_ms,10,9,11,range\n",
             HEAD "w.x.wall_ms,90,80,99,range\n");
    check(compare("--all --fail-above 1") == 0, "a verdict");
    prints("w.x.wall_ms *10 to 90 *not judged");
    remove_folder();
}

/* A ratio needs a base. */
TEST(compare, sees_idle_cpu_that_goes_up_from_nothing)
{
    two_runs(HEAD "idle.x.cpu_percent,0,0,0,95%\n",
             HEAD "idle.x.cpu_percent,90,89,91,95%\n");
    check(compare("--fail-above 10%") == 3, "not worse");
    prints("idle.x.cpu_percent *0 to 90 *worse");
    remove_folder();
    two_runs(HEAD "idle.x.cpu_percent,0,0,0,95%\n",
             HEAD "idle.x.cpu_percent,0.1,0.1,0.1,95%\n");
    check(compare("--fail-above 10%") == 0, "nobody would care");
    remove_folder();
}

TEST(compare, lists_what_one_side_has_not_and_fails_a_gate)
{
    two_runs(HEAD "w.x.wall_ms,10,9,11,95%\nw.y.wall_ms,10,9,11,95%\n"
                  "w.y.peak_mib,10,9,11,95%\n",
             HEAD "w.x.wall_ms,10,9,11,95%\nw.z.wall_ms,10,9,11,95%\n");
    check(compare("") == 0, "fails unasked");
    prints("^only in A: w.y (wall_ms ...)$");
    prints("^only in B: w.z (wall_ms ...)$");
    prints("3 on one side only");
    check(shell("test $(grep -c '^only' $D/out) -eq 2") == 0, "lines");
    check(compare("--fail-above 50") == 3, "passes a gate");
    remove_folder();
}

TEST(compare, fails_only_above_what_it_was_told)
{
    two_runs(HEAD "w.x.wall_ms,10,10,10,95%\n",
             HEAD "w.x.wall_ms,60,60,60,95%\n");
    check(compare("") == 0, "fails unasked");
    check(compare("--fail-above 10%") == 3, "6 times worse");
    check(compare("--fail-above 600") == 0, "less than it may be");
    remove_folder();
}

TEST(compare, takes_more_items_a_second_as_better)
{
    two_runs(HEAD "t.x.items_per_s,10,10,10,95%\n",
             HEAD "t.x.items_per_s,90,90,90,95%\n");
    check(compare("--fail-above 10%") == 0, "more is not worse");
    prints("better");
    remove_folder();
}

/* Runs as they come out: each as a whole off by about a tenth, each number by
 * a sixth, and now and then one by half; b is so many times as much.
 */
static void
draw_runs(uint64_t *random, struct runs *runs, size_t n_numbers, double b)
{
    for (size_t s = 0; s < SIDES; s++)
        for (size_t r = 0; r < runs->n_runs[s]; r++) {
            double run = 0.8 + 0.4 * random_unit(random);
            for (size_t i = 0; i < n_numbers; i++) {
                struct values *v = &runs->all[i].side[s];
                double own = 0.7 + 0.6 * random_unit(random);
                own *= random_unit(random) < 0.03 ? 1.5 : 1;
                v->median[v->n++] = 1000 * run * own * (s && !i ? b : 1);
                v->is_interval = true;
            }
        }
}

enum { N_NUMBERS = 300 };

/* How many of n comparisons say that the first number differs, or any. */
static int
n_different(size_t n_runs, double b, bool any, int n)
{
    static struct number all[N_NUMBERS];
    static struct differ differs[N_NUMBERS];
    uint64_t random = 7;
    int n_different = 0;

    for (int k = 0; k < n; k++) {
        struct runs runs = {{n_runs, n_runs}, all, N_NUMBERS, N_NUMBERS};
        bool differ = false;
        memset(all, 0, sizeof(all));
        for (size_t i = 0; i < N_NUMBERS; i++)
            snprintf(all[i].key, sizeof(all[i].key), "s[x=%zu].c.delay_p50_us",
                     i);
        draw_runs(&random, &runs, N_NUMBERS, b);
        differ_judge(&runs, differs);
        for (size_t i = 0; i < (any ? N_NUMBERS : 1); i++)
            differ |= differs[i].difference == DIFFERENCE_BETTER ||
                      differs[i].difference == DIFFERENCE_WORSE;
        n_different += differ;
    }
    return n_different;
}

TEST(compare, of_forty_equal_pairs_calls_at_most_two_different)
{
    check(n_different(1, 1, true, 40) <= 2, "one run: %d of 40",
          n_different(1, 1, true, 40));
    check(n_different(3, 1, true, 40) <= 2, "three: %d of 40",
          n_different(3, 1, true, 40));
    check(n_different(5, 1, true, 40) <= 2, "five: %d of 40",
          n_different(5, 1, true, 40));
}

TEST(compare, finds_a_real_difference)
{
    check(n_different(3, 6, false, 40) >= 36, "six times: %d of 40",
          n_different(3, 6, false, 40));
    check(n_different(5, 3, false, 40) >= 36, "three times: %d of 40",
          n_different(5, 3, false, 40));
}

TEST(compare, takes_runs_and_not_rounds_as_its_sample)
{
    make_folder();
    check(shell("for r in a1 a2 a3 b1 b2 b3; do mkdir $D/$r; "
                "printf 'key,median,low,high,interval\\nw.x.wall_ms,%s,1,9,"
                "range\\n' ${r#?}00 > $D/$r/summary.csv; done") == 0,
          "no runs");
    check(compare_sides("--all", "$D/a1,$D/a2,$D/a3 $D/b1,$D/b2,$D/b3") == 0,
          "status");
    prints("w.x.wall_ms *200 to 200 *no difference seen");
    check(compare_sides("--all", "$D/a1,$D/a1,$D/a1 $D/b3,$D/b3,$D/b3") == 0,
          "status");
    prints("w.x.wall_ms *100 to 300 *worse");
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
        {HEAD "k,1,2,3\n", "summary.csv:2: has more or fewer"},
        {HEAD "k,much,1,2,95%\n", "summary.csv:2: 'much' is not a number"},
        {HEAD "k,NaN,1,2,95%\n", "'NaN' is not a number"},
        {HEAD "k,1.5,1,2,95%", "the line is too long, or has no end"},
        {HEAD "\"k,1,1,2,95%\n", "a quote is not closed"},
    };
    char command[TEXT_BYTES];

    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
        two_runs(HEAD "w.x.wall_ms,10,10,10,95%\n", bad[i].bytes);
        check(compare("") == 1, "%s: taken", bad[i].why);
        snprintf(command, sizeof(command), "grep -q \"%s\" $D/err", bad[i].why);
        check(shell(command) == 0, "%s: not told", bad[i].why);
        remove_folder();
    }
}

TEST(compare, takes_windows_line_ends)
{
    two_runs("key,median,low,high,interval\r\nw.x.wall_ms,10,10,10,95%\r\n",
             HEAD "w.x.wall_ms,10,10,10,95%\n");
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
    two_runs(HEAD "a.x.wall_ms,1,1,1,95%\n", HEAD "b.x.wall_ms,1,1,1,95%\n");
    check(compare("") == 1, "status");
    check(shell("grep -q 'no number in common' $D/err") == 0, "not told");
    remove_folder();
}
