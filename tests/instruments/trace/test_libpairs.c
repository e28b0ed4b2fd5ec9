/* libpairs.so says which orders a run saw, and accuses none that could not be.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "spawn.h"
#include "test.h"

static struct outcome o;

static void
run_watched(const char *program, const char *options)
{
    setenv("LD_PRELOAD", BUILD "/libpairs.so", 1);
    run_program(&o, program, "%s", options);
    unsetenv("LD_PRELOAD");
}

/* Whether a line tells that the first was never before the second. */
static bool
accuses(const char *first, const char *second)
{
    for (const char *at = o.err; (at = strstr(at, first)); at++) {
        const char *end = strchrnul(at, '\n');
        const char *found = strstr(at, ", before ");
        const char *then = found ? strstr(found, second) : NULL;
        if (then && then < end)
            return true;
    }
    return false;
}

TEST(libpairs, tells_the_order_that_a_run_did_not_see)
{
    run_watched("../test/traced/orders", "");
    check(o.status == 0, "%d", o.status);
    check(accuses("main_second+", "child_first+"), "%s", o.err);
    check(!accuses("child_first+", "main_second+"), "seen: %s", o.err);
}

TEST(libpairs, accuses_no_order_that_was_seen)
{
    run_watched("../test/traced/orders", "");
    check(!accuses("left+", "right+") && !accuses("right+", "left+"), "%s",
          o.err);
    check(strstr(o.err, " seen in both orders"), "%s", o.err);
}

TEST(libpairs, knows_that_create_and_join_order_steps)
{
    run_watched("../test/traced/orders", "");
    check(!strstr(o.err, "before_create+"), "%s", o.err);
    check(!strstr(o.err, "behind_join+"), "%s", o.err);
}

TEST(libpairs, reports_at_every_end_and_leaves_it_as_it_is)
{
    static const struct {
        const char *how;
        int status;
    } ends[] = {{"exit", 3},
                {"_exit", 3},
                {"quick_exit", 3},
                {"abort", 128 + SIGABRT},
                {"term", 128 + SIGTERM},
                {"forks", 0}};

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        run_watched("../test/traced/ends", ends[i].how);
        check(o.status == ends[i].status, "%s: status %d", ends[i].how,
              o.status);
        check(count_of(o.err, "libpairs: ends: ") == 1, "%s: %s", ends[i].how,
              o.err);
    }
}

TEST(libpairs, allocates_nothing_inside_an_allocation)
{
    run_watched("../test/traced/allocates", "");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    check(strstr(o.err, "libpairs: allocates: "), "%s", o.err);
}

TEST(libpairs, writes_a_table_for_each_process)
{
    char name[64], path[256], rows[4096] = "";

    snprintf(name, sizeof(name), "/tmp/libpairs-%d-", getpid());
    snprintf(path, sizeof(path), "%s%%p", name);
    setenv("LIBPAIRS_TSV", path, 1);
    run_watched("../test/traced/ends", "forks");
    unsetenv("LIBPAIRS_TSV");
    snprintf(path, sizeof(path), "cat %s*; ls %s* | wc -l; rm -f %s*", name,
             name, name);
    FILE *in = popen(path, "r"); /* NOLINT(cert-env33-c) */
    check(in, "popen");
    size_t n = fread(rows, 1, sizeof(rows) - 1, in);
    pclose(in);
    check(n > 2 && !strcmp(rows + n - 2, "2\n"), "%s", rows);
    check(count_of(rows, "first\tfirst_from\t") == 2, "%s", rows);
}

TEST(libpairs, says_at_the_start_what_it_cannot_see)
{
    run_watched("../test/blind/go", "");
    check(!strncmp(o.err, "libpairs: go is a program of Go, ", 33), "%s",
          o.err);
}

static void
run_script(const char *options)
{
    run_program(&o, "../../scripts/pairs", "%s", options);
}

TEST(libpairs, are_told_by_lines_of_the_source)
{
    run_script("--runs 2 " BUILD "/test/traced/orders");
    check(o.status == 0, "%d: %s", o.status, o.err);
    check(strstr(o.out, "orders, 2 runs: "), "%s", o.out);
    const char *never = strstr(o.out, "never the other way round:\n");
    check(never &&
              strstr(never, "     2      0  orders.c:20 child_first locks\n"
                            "               orders.c:21 main_second "
                            "locks\n"
                            "               the other way round: not "
                            "explored\n"),
          "%s", o.out);
    check(strstr(o.out, "     2      2  orders.c:22 left locks\n") &&
              strstr(o.out, "     2      2  orders.c:22 left locks\n") < never,
          "%s", o.out);
}

/* What the explorer has printed of the same lines. */
TEST(libpairs, are_held_against_what_was_explored)
{
    char path[] = "/tmp/explored-XXXXXX", options[200];
    int fd = mkstemp(path);

    check(fd >= 0 &&
              dprintf(fd,
                      "5 pairs of steps that depend on each other, 4 seen\n"
                      "never the other way round: impossible: complete\n"
                      "      10        0  orders.c:20 child_first locks "
                      "lock\n"
                      "                   orders.c:21 main_second locks "
                      "lock\n"
                      "5 pairs of steps that depend on each other, 4 seen\n"
                      "       7        3  orders.c:20 child_first locks "
                      "lock\n"
                      "                   orders.c:23 right locks lock\n") > 0,
          "no file");
    close(fd);
    snprintf(options, sizeof(options), "--runs 1 --explored %s %s", path,
             BUILD "/test/traced/orders");
    run_script(options);
    unlink(path);
    check(strstr(o.out,
                 "orders.c:21 main_second locks\n"
                 "               the other way round: impossible in what "
                 "was explored\n"),
          "%s", o.out);
    check(strstr(o.out, "orders.c:23 right locks\n"
                        "               the other way round: possible: in 3 "
                        "schedules of the explorer\n"),
          "%s", o.out);
}

TEST(libpairs, a_script_says_when_the_program_fails)
{
    run_script("--runs 1 /bin/false");
    check(o.status == 1 && strstr(o.err, "'/bin/false' fails, status 1"),
          "%d: %s", o.status, o.err);
    run_script("--runs 1 /bin/true");
    check(o.status == 1 && strstr(o.err, "no step was seen"), "%d: %s",
          o.status, o.err);
}
