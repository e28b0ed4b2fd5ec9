/* Bad usage: exit 2, one line that names program and subject, and a hint.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"

static struct outcome o;

/* What was said, without the notes about options that have no meaning. */
static char *
complaint(char *err)
{
    char *end;

    while ((end = strchr(err, '\n')) && strstr(err, "is ignored") &&
           strstr(err, "is ignored") < end)
        err = end + 1;
    return err;
}

/* Runs every program; each must refuse, and say the subject. */
static void
refused(int status, const char *line, const char *subject)
{
    for (size_t i = 0; programs[i]; i++) {
        snprintf(test_at, sizeof(test_at), "%s %s: ", programs[i], line);
        run_program(&o, programs[i], "%s", line);
        check(o.status == status, "status %d, not %d", o.status, status);
        check(!*o.out, "on stdout: %.80s", o.out);
        char *line_1 = complaint(o.err), *end = strchr(line_1, '\n');
        check(end, "no line on stderr: %s", o.err);
        check(!strstr(end, "--help") == (status != 2), "the hint: %s", o.err);
        check(count_of(end, "\n") == 1 + (size_t)(status == 2), "lines: %s",
              o.err);
        *end = '\0';
        check(strstr(line_1, programs[i]), "not named: %s", line_1);
        check(strstr(line_1, subject), "no '%s' in: %s", subject, line_1);
    }
    test_at[0] = '\0';
}

static void
each_refused(const char *const lines[][2], size_t n)
{
    for (size_t i = 0; i < n; i++)
        refused(2, lines[i][0], lines[i][1]);
}

TEST(usage, notes_work_that_the_stages_do_not_do)
{
    run_program(&o, "blocking", "--items 1 --io 0,1ms");
    check(o.status == 0 && strstr(o.err, "is ignored"), "%d: %s", o.status,
          o.err);
    run_program(&o, "blocking", "--items 1 --io 0,1ms --stages work");
    check(o.status == 0 && !*o.err, "%d: %s", o.status, o.err);
}

TEST(usage, refuses_options_that_there_are_not)
{
    static const char *const lines[][2] = {{"--nosuch", "--nosuch"},
                                           {"-x", "x"},
                                           {"--items=", "''"}};

    each_refused(lines, ARRAY_LEN(lines));
}

TEST(usage, refuses_an_option_without_its_value)
{
    static const char *const lines[][2] = {{"--items", "items"},
                                           {"--capacity", "capacity"},
                                           {"-n", "n"}};

    each_refused(lines, ARRAY_LEN(lines));
}

TEST(usage, refuses_numbers_that_are_none)
{
    static const char *const lines[][2] = {
        {"--items abc", "'abc'"},   {"--items -1", "'-1'"},
        {"--items 1e99", "'1e99'"}, {"--items ''", "''"},
        {"--items 10x", "'10x'"},   {"--items 0x10", "'0x10'"},
        {"--items +1", "'+1'"},     {"--capacity -1", "'-1'"},
        {"--seed 1.5", "'1.5'"},    {"--depth two", "'two'"},
        {"--gate x", "'x'"},        {"--gauges -1", "'-1'"},
        {"--workers 1,x", "'1,x'"}, {"--workers 1,,2", "'1,,2'"}};

    each_refused(lines, ARRAY_LEN(lines));
}

TEST(usage, refuses_numbers_out_of_range)
{
    static const char *const lines[][2] = {{"--items 10000001", "--items"},
                                           {"--workers 0", "--workers"},
                                           {"--workers 100000", "--workers"},
                                           {"--workers 20000", "--workers"},
                                           {"--depth 0", "--depth"},
                                           {"--depth 17", "--depth"},
                                           {"--capacity 18446744073709551616",
                                            "--capacity"},
                                           {"--capacity 18446744073709551615",
                                            "--capacity"},
                                           {"--gate 99999999999", "--gate"}};

    each_refused(lines, ARRAY_LEN(lines));
}

TEST(usage, refuses_durations_that_are_none)
{
    static const char *const lines[][2] = {
        {"--nap 10", "'10'"},        {"--nap abc", "'abc'"},
        {"--main-nap -1ms", "-1ms"}, {"--gather 1e9s", "'1e9s'"},
        {"--every ''", "''"},        {"--work 1ms,", "'1ms,'"},
        {"--io 3601s", "'3601s'"},   {"--nap 1msx", "'1msx'"}};

    each_refused(lines, ARRAY_LEN(lines));
}

TEST(usage, refuses_lists_that_are_too_long)
{
    refused(2, "--workers 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", "--workers");
    refused(2, "--io 0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0", "--io");
}

TEST(usage, refuses_settings_that_are_none)
{
    static const char *const lines[][2] = {
        {"--set payload", "'payload'"},
        {"--set =5", "'=5'"},
        {"--stages work --set nosuch=5", "nosuch"},
        {"--stages noop --set payload=5", "payload"},
        {"--stages work --set payload=many", "'many'"}};

    each_refused(lines, ARRAY_LEN(lines));
}

TEST(usage, refuses_failures_that_name_no_stage_and_item)
{
    static const char *const lines[][2] = {{"--fail 3", "'3'"},
                                           {"--fail x:3", "'x:3'"},
                                           {"--fail 1:", "'1:'"},
                                           {"--fail :1", "':1'"},
                                           {"--fail 16:1", "'16:1'"}};

    each_refused(lines, ARRAY_LEN(lines));
}

TEST(usage, refuses_forms_and_arguments_that_there_are_not)
{
    static const char *const lines[][2] = {{"--format xml", "'xml'"},
                                           {"--format ''", "''"},
                                           {"--stages ''", "--stages"},
                                           {"picture.jpg", "'picture.jpg'"}};

    each_refused(lines, ARRAY_LEN(lines));
}

TEST(usage, fails_for_stages_that_are_not_there)
{
    refused(1, "--stages nosuch", "'nosuch'");
    refused(1, "--stages ./nosuch.so", "./nosuch.so");
    refused(1, "--stages ./Makefile", "./Makefile");
}

TEST(usage, of_an_option_without_a_meaning_is_noted)
{
    run_program(&o, "blocking", "--items 1 --nap 1ms");
    check(o.status == 0 && strstr(o.err, "--nap"), "blocking: %s", o.err);
    run_program(&o, "polling", "--items 1 --main-nap 1ms --capacity 5");
    check(o.status == 0 && strstr(o.err, "--capacity"), "polling: %s", o.err);
    check(!strstr(o.err, "--main-nap"), "polling: %s", o.err);
    run_program(&o, "sequential", "--items 1 --workers 5");
    check(o.status == 0 && strstr(o.err, "--workers"), "seq.: %s", o.err);
}

TEST(usage, stage_that_there_is_not_is_refused)
{
    refused(2, "--fail 9:3", "no stage 9 of 3");
    refused(2, "--workers 1,2,3,4", "4 values for 3 stages");
    refused(2, "--depth 1 --workers 1,1", "2 values for 1 stages");
    refused(2, "--io 1ms,1ms,1ms,1ms", "4 values for 3 stages");
}
