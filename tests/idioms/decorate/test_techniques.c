/* Each technique prints what it can of the slides' lines, and traces fib(3).
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "spawn.h"
#include "test.h"

static struct outcome o;

static void
run_technique(const char *technique, const char *options)
{
    char path[64];

    snprintf(path, sizeof(path), "decorate/%s", technique);
    run_program(&o, path, "%s", options);
    check(o.status == 0, "%s: status %d: %s", technique, o.status, o.err);
}

/* Whether its first lines are these. */
static void
check_begins(const char *technique, const char *lines)
{
    run_technique(technique, "");
    check(!strncmp(o.out, lines, strlen(lines)), "%s says:\n%s", technique,
          o.out);
}

static void
check_traces(const char *technique, const char *options, size_t n_lines)
{
    run_technique(technique, options);
    size_t n = count_of(o.out, "\nfib(") + !strncmp(o.out, "fib(", 4);
    check(n == n_lines, "%s %s: %zu lines:\n%s", technique, options, n, o.out);
}

TEST(technique, rebound_prints_the_slides_lines_to_the_letter)
{
    check_begins("rebound", "call wrapper\n"
                            "function name is wrapper\n"
                            "result is 10\n");
}

TEST(technique, wraps_prints_the_slides_lines_to_the_letter)
{
    check_begins("wraps", "call wrapper\n"
                          "function name is wrapper\n"
                          "result is 10\n");
    check(strstr(o.out, "\ncall wrapper\n"
                        "function name is funcA\n"
                        "result is 10\n"),
          "it says:\n%s", o.out);
}

TEST(technique, pointer_macro_wrap_and_preload_leave_the_name_alone)
{
    static const char *const techniques[] = {"pointer", "macro", "wrap",
                                             "preload"};

    for (size_t i = 0; i < 4; i++)
        check_begins(techniques[i], "call wrapper\n"
                                    "function name is funcA\n"
                                    "result is 10\n");
}

TEST(technique, instrument_sees_no_result)
{
    check_begins("instrument", "call wrapper\nfunction name is funcA\n#");
    check(!strstr(o.out, "\nresult is"), "it says:\n%s", o.out);
}

TEST(technique, wrap_in_one_file_wraps_nothing)
{
    check_begins("wrap_one_file", "function name is funcA\n# not wrapped");
    check_traces("wrap_one_file", "", 0);
}

TEST(technique, traces_as_many_lines_as_calls_go_through_the_name)
{
    check_traces("pointer", "", 1);
    check_traces("rebound", "", 5);
    check_traces("macro", "", 1);
    check_traces("macro", "before", 5);
    check_traces("wrap", "", 1);
    check_traces("instrument", "", 5);
}

TEST(technique, trace_has_pythons_order)
{
    run_technique("rebound", "");
    check(strstr(o.out, "fib(1) is 1\nfib(0) is 0\nfib(1) is 1\n"
                        "fib(2) is 1\nfib(3) is 2\n"),
          "it says:\n%s", o.out);
}

/* Every cell, with every compiler that is here: the known ones as known. */
TEST(technique, table_comes_out_as_it_is_known)
{
    run_program(&o, "../../scripts/pages/decorate", "%s", "");
    check(o.status == 0, "status %d:\n%s%s", o.status, o.out, o.err);
}
