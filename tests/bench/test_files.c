/* The bench as a program: its files, its interrupts, its figures.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/report/table.h"
#include "folder.h"
#include "test.h"

/* With time for all rounds, however busy the machine is. */
TEST(files, of_a_run_are_all_there)
{
    make_folder();
    check(shell(BUILD "/bin/bench --quick --budget 900 -o $D burst > $D/out") ==
              0,
          "failed");
    check(shell("grep -q 'as good or better' $D/out") == 1, "judges unseen");
    check(n_rows("latest/samples.csv") >= 1 + 5 * 3, "samples");
    check(shell("n=$(grep -c '^burst,.*block,[1-9]' $D/latest/samples.csv);"
                " grep -q \"^  burst, $n rounds*\\$\" $D/out") == 0,
          "not the rounds that ran");
    check(n_rows("latest/series.csv") == 1, "series");
    check(n_rows("latest/summary.csv") > 10, "summary");
    check(n_rows("latest/summary.json") > 10, "json");
    check(n_rows("latest/summary.md") > 10, "markdown");
    check(n_rows("latest/env.json") > 10, "env");
    check(shell("test -z \"$(find $D -name '.2*')\"") == 0, "left something");
    remove_folder();
}

/* The last lines of the screen are the first of the summary. */
TEST(files, begin_with_the_answer)
{
    make_folder();
    check(shell(BUILD "/bin/bench --quick -r 1 -o $D work > $D/out") == 0,
          "failed");
    check(shell("grep '^nap .* at work: ' $D/out > $D/said &&"
                " sed '1d;/^```$/q' $D/latest/summary.md |"
                " grep '^nap .* at work: ' | cmp -s - $D/said") == 0,
          "not the answer");
    remove_folder();
}

/* Alone in a folder it finds no program to hold its probes against. */
TEST(files, say_of_what_could_not_be_calibrated_that_it_is_not_available)
{
    make_folder();
    check(shell("cp " BUILD
                "/bin/bench $D && $D/bench calibrate -n 1 > $D/out") == 0,
          "failed");
    check(shell("test $(grep -c 'n/a$' $D/out) -eq 5") == 0, "n/a");
    check(shell("grep -q 'nan' $D/out") == 1, "nan");
    remove_folder();
}

TEST(files, json_of_a_run_can_be_read)
{
    if (system("command -v python3 > /dev/null"))
        return; /* the check needs a reader of JSON */
    make_folder();
    shell(BUILD "/bin/bench --quick -o $D burst > $D/out");
    check(shell("python3 -m json.tool $D/latest/env.json > /dev/null") == 0,
          "env.json");
    check(shell("python3 -m json.tool $D/latest/summary.json > /dev/null") == 0,
          "summary.json");
    remove_folder();
}

/* Its folder has a hidden name while it runs. */
static int
n_samples_while_running(void)
{
    return shell("test $(cat $D/.2*/samples.csv 2> /dev/null | wc -l) -gt 8")
               ? 0
               : 1;
}

TEST(files, interrupted_run_keeps_its_finished_rows_and_exits_130)
{
    int status;

    make_folder();
    pid_t child = fork();
    if (child == 0) {
        check(freopen("/dev/null", "w", stdout), "no /dev/null");
        execl(BUILD "/bin/bench", "bench", "-r", "99", "-o", folder, "burst",
              (char *)NULL);
        _exit(127);
    }
    while (!n_samples_while_running())
        usleep(10000); /* looks for a file: no synchronisation hangs on it */
    kill(child, SIGINT);
    check(waitpid(child, &status, 0) == child, "lost the bench");
    check(WIFEXITED(status) && WEXITSTATUS(status) == 130, "status %x", status);
    check(n_rows("latest/samples.csv") > 8, "rows were lost");
    check(n_rows("latest/summary.csv") > 1, "no summary");
    remove_folder();
}

TEST(files, other_formats_are_alone_on_stdout)
{
    make_folder();
    check(shell(BUILD "/bin/bench -r 1 -o $D -f csv burst > $D/csv") == 0,
          "csv");
    check(shell("cmp $D/csv $D/latest/summary.csv") == 0, "not the summary");
    check(shell(BUILD "/bin/bench -r 1 -o $D -f json burst > $D/json") == 0,
          "json");
    check(shell("cmp $D/json $D/latest/summary.json") == 0, "not the summary");
    check(shell(BUILD "/bin/bench -f xml burst 2> $D/err") == 2, "xml");
    remove_folder();
}

TEST(files, results_that_cannot_be_written_are_one_line)
{
    make_folder();
    check(shell(BUILD "/bin/bench -o /proc/nosuch burst 2> $D/err") == 1,
          "status");
    check(n_rows("err") == 1, "%d lines", n_rows("err"));
    remove_folder();
}

TEST(files, unknown_scenario_is_bad_usage)
{
    make_folder();
    check(shell(BUILD "/bin/bench nosuch 2> $D/err") == 2, "status");
    check(shell("grep -q \"no scenario 'nosuch'\" $D/err") == 0, "message");
    check(shell(BUILD "/bin/bench --rounds 0 2> $D/err") == 2, "rounds 0");
    check(shell(BUILD "/bin/bench --rounds 1e9 2> $D/err") == 2, "rounds 1e9");
    check(shell(BUILD "/bin/bench --results '' 2> $D/err") == 2, "no folder");
    remove_folder();
}

TEST(files, intervals_stand_below_the_table)
{
    make_folder();
    check(shell(BUILD "/bin/bench --budget 900 -o $D burst > $D/out") == 0,
          "failed");
    check(shell("grep -q '^burst, polls$' $D/out") == 0, "no column");
    check(shell("grep -q 'nap-10ms main_nap=100ms.* to .*n [6-9]' $D/out") == 0,
          "no interval");
    check(shell("grep -q 'CPU probe, 100 ms burnt' $D/out") == 0,
          "no instrument");
    remove_folder();
}

TEST(table, numbers_have_three_digits)
{
    const struct {
        double value;
        enum unit unit;
        const char *text;
    } numbers[] = {
        {3.691, UNIT_PERCENT, "3.69 %"}, {106.2, UNIT_PERCENT, "106 %"},
        {16.21, UNIT_MS, "16.2"},        {70, UNIT_US_AS_MS, "0.070"},
        {3033, UNIT_COUNT, "3033"},      {0, UNIT_PERCENT, "0 %"},
        {0.0 / 0.0, UNIT_MS, "n/a"},
    };
    char text[32];

    for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
        table_number(text, sizeof(text), numbers[i].value, numbers[i].unit);
        check(!strcmp(text, numbers[i].text), "'%s', not '%s'", text,
              numbers[i].text);
    }
}

/* What plots/draw says to a summary.csv of these bytes: its status. */
static int
draw(const char *bytes)
{
    write_file("summary.csv", bytes);
    return shell("plots/draw $D > $D/out 2> $D/err");
}

#define HEAD "key,scenario,params,contender,column,n,median,low,high\n"
#define ROW(value)                                                             \
    "\"burst[main_nap=1ms].nap-10ms.polls\",burst,\"main_nap=1ms\",nap-10ms,"  \
    "polls,6," value ",3003,3010\n"

TEST(draw, refuses_what_is_not_a_summary)
{
    const struct {
        const char *name, *bytes, *why;
    } bad[] = {
        {"empty", "", "is empty"},
        {"head only", HEAD, "no rows"},
        {"wrong column", "a,b,c\n1,2,3\n", "no column"},
        {"not a number", HEAD ROW("much"), "summary.csv:2: 'much'"},
        {"NaN", HEAD ROW("NaN"), "is not a number"},
        {"comma locale", HEAD ROW("3,5"), "not 9 fields"},
        {"ragged", HEAD ROW("1") "burst,1\n", "summary.csv:3"},
        {"open quote", HEAD "\"burst\n", "quote"},
    };
    char grep[TEXT_BYTES];

    if (system("command -v gnuplot > /dev/null"))
        return; /* without gnuplot it only says so */
    make_folder();
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
        check(draw(bad[i].bytes) == 1, "%s: drawn", bad[i].name);
        snprintf(grep, sizeof(grep), "grep -q \"%s\" $D/err", bad[i].why);
        check(shell(grep) == 0, "%s: not told", bad[i].name);
        check(shell("test ! -e $D/plots") == 0, "%s: a picture", bad[i].name);
    }
    remove_folder();
}

TEST(draw, takes_a_summary_with_windows_line_ends)
{
    if (system("command -v gnuplot > /dev/null"))
        return;
    make_folder();
    check(draw("key,scenario,params,contender,column,n,median,low,high\r\n"
               "\"k\",burst,\"main_nap=1ms\",nap-10ms,polls,6,3009,3003,"
               "3010\r\n") == 0,
          "refused");
    check(shell("test -s $D/plots/burst.svg && test -s $D/plots/burst.png") ==
              0,
          "no picture");
    remove_folder();
}

#define FAR(way, column, value)                                                \
    "k,far,\"rate=10,workers=1,engine=redis\"," way "," column ",1," value     \
    "," value "," value "\n"

/* gnuplot 5.4 would crash on it. */
TEST(draw, leaves_out_a_way_that_was_not_measured)
{
    if (system("command -v gnuplot > /dev/null"))
        return;
    make_folder();
    check(draw(HEAD FAR("woken", "both_cpu_percent", "n/a")
                   FAR("woken", "delay_p50_us", "900")
                       FAR("nap-1s", "both_cpu_percent", "0.4")
                           FAR("nap-1s", "delay_p50_us", "400000")) == 0,
          "refused");
    check(shell("test -s $D/plots/far.svg") == 0, "no picture");
    remove_folder();
}

TEST(draw, names_a_folder_without_results)
{
    if (system("command -v gnuplot > /dev/null"))
        return;
    make_folder();
    check(shell("plots/draw $D 2> $D/err") == 1, "status");
    check(n_rows("err") == 1, "%d lines", n_rows("err"));
    remove_folder();
}
