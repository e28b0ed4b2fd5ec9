/* A contender that goes wrong once it is timed is struck off, with the reason.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include "bench/run/child/child.h"
#include "folder.h"
#include "test.h"

enum { HANGS = 10, ENDS = 60 }; /* seconds that a run may take */

/* Beside a good one, whose results are kept; and it is not tried again. */
static void
is_struck_off(const char *name, const char *why, int limit_s)
{
    char command[640];

    make_folder();
    snprintf(command, sizeof(command),
             "%s --contender %s:%s --name %s,futex --rounds 1 --limit %d -o $D "
             "latency > $D/out 2> $D/err; [ $? -eq 1 ] && "
             "grep -q '%s .*: .*%s.*; it is struck off' $D/err && "
             "[ $(grep -c '%s ' $D/err) -eq 1 ] && grep -q '  futex  ' $D/out",
             BUILD "/bin/bench", BUILD "/test/contenders/evil.so", name, name,
             limit_s, name, why, name);
    check(shell(command) == 0, "%s is not struck off: %s", name, command);
    remove_folder();
}

/* A sanitizer has words of its own for a crash and for a leak. */
#if defined(SAN_address) || defined(SAN_thread) || defined(SAN_undefined)
#define OF_A_CRASH ""
#define OF_A_LEAK  ""
#else
#define OF_A_CRASH "killed by SIGSEGV"
#define OF_A_LEAK  "MiB of memory"
#endif

TEST(evil, that_crashes_is_struck_off)
{
    is_struck_off("crashes", OF_A_CRASH, ENDS);
}

TEST(evil, that_pauses_is_struck_off)
{
    is_struck_off("pauses", "hangs", HANGS);
}

TEST(evil, that_blocks_signals_is_struck_off)
{
    is_struck_off("blocks_signals", "hangs", HANGS);
}

TEST(evil, that_forks_is_struck_off)
{
    is_struck_off("forks", "leaves a process behind", ENDS);
}

TEST(evil, that_closes_what_is_not_its_own_is_struck_off)
{
    is_struck_off("closes", "gate", ENDS);
}

TEST(evil, that_floods_stderr_is_struck_off)
{
    is_struck_off("floods", "killed by SIGXFSZ", ENDS);
}

TEST(evil, that_leaks_is_struck_off)
{
    is_struck_off("leaks", OF_A_LEAK, ENDS);
}

TEST(evil, program_that_prints_without_end_is_ended)
{
    static struct child child;
    char path[PATH_BYTES + 16];

    make_folder();
    write_file("shouts", "#!/bin/sh\nexec yes\n");
    check(shell("chmod +x $D/shouts") == 0, "chmod");
    snprintf(path, sizeof(path), "%s/shouts", folder);
    child.limit_ms = 300;
    check(child_start(&child, path, "", 0) == 0, "fork");
    child_finish(&child);
    check(child.was_killed, "status %d", child.status);
    remove_folder();
}

/* Only a process of its own can put in order what a killed bench leaves. */
TEST(killed, bench_leaves_no_process_and_no_hidden_folder)
{
    make_folder();
    int status = shell(
        BUILD "/bin/bench --rounds 1 --results $D idle >/dev/null 2>&1 & p=$!; "
              "until ls -d $D/.2* 2>/dev/null && [ $(pgrep -cP $p) -gt 0 ]; "
              "do :; done; kids=$(pgrep -P $p); kill -KILL $p; wait $p; "
              "until ls $D | grep -q ^2; do :; done; "
              "for k in $kids; do while kill -0 $k 2>/dev/null; do :; done; "
              "done; ! ls -d $D/.2*");
    check(status == 0, "status %d", status);
    remove_folder();
}

/* The files have all; the contenders are none the worse. */
TEST(full, stdout_costs_no_result)
{
    make_folder();
    int status = shell(BUILD "/bin/bench --rounds 1 --name futex -o $D latency "
                             "> /dev/full 2> $D/err; [ $? -eq 1 ] && "
                             "grep -q 'write error: No space' $D/err && "
                             "! grep -q 'no queue' $D/err && "
                             "grep -q futex $D/latest/summary.csv");

    check(status == 0, "status %d", status);
    remove_folder();
}

/* No order of two producers is asked, and no capacity that is not offered. */
TEST(lanes, are_a_queue_and_timed_where_they_can_be)
{
    make_folder();
    int status = shell(
        BUILD "/bin/conform " BUILD
              "/test/contenders/lanes.so > $D/said && " BUILD
              "/bin/bench --rounds 1 --contender " BUILD
              "/test/contenders/lanes.so --name lanes,futex -o $D latency "
              "throughput > $D/out 2> $D/err && ! grep -q WRONG $D/out && "
              "grep -q 'latency.*lanes' $D/latest/summary.csv && "
              "grep -q 'lanes, 100 items a second: nearest to futex,' $D/out");

    check(status == 0, "status %d", status);
    remove_folder();
}

/* What it prints is no report, so it is timed like any other. */
TEST(evil, that_prints_a_report_is_not_believed)
{
    int status = shell(BUILD "/bin/rig --contender " BUILD
                             "/test/contenders/evil.so --name forges "
                             "--items 20 2>/dev/null | awk -F '\t' "
                             "'NR == 2 { ok = $2 == \"rig\" } "
                             "/^delay_p50_ns/ { ok = ok && $2 > 1 } "
                             "END { exit !ok }'");

    check(status == 0, "the forged report is believed");
}
