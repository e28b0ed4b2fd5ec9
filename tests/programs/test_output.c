/* What goes where, and what happens when it cannot go there.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "spawn.h"
#include "test.h"

static struct outcome o;

static void
cannot_write_to(const char *path)
{
    static const char *const forms[] = {"text", "tsv", "json", NULL};
    struct child child;

    for (size_t i = 0; programs[i]; i++)
        for (size_t k = 0; forms[k]; k++) {
            child_start(&child, path, programs[i], "--items 3 --format %s",
                        forms[k]);
            child_wait(&child, &o);
            check(o.status == 1, "%s, %s: status %d", programs[i], forms[k],
                  o.status);
            check(strstr(o.err, programs[i]) && strstr(o.err, "write error"),
                  "%s, %s: %s", programs[i], forms[k], o.err);
        }
}

TEST(output, to_a_full_device_is_a_write_error)
{
    cannot_write_to("/dev/full");
}

TEST(output, of_help_to_a_full_device_is_a_write_error)
{
    struct child child;

    child_start(&child, "/dev/full", "polling", "--help");
    child_wait(&child, &o);
    check(o.status == 1 && strstr(o.err, "write error"), "status %d: %s",
          o.status, o.err);
}

TEST(output, to_a_closed_stdout_is_a_write_error)
{
    cannot_write_to("");
}

TEST(output, of_a_failed_item_is_its_reason_on_stderr)
{
    for (size_t i = 0; programs[i]; i++) {
        run_program(&o, programs[i], "--items 9 --fail 1:7");
        check(o.status == 1, "%s: status %d", programs[i], o.status);
        check(strstr(o.err, "item 7: resize: told to fail"), "%s: %s",
              programs[i], o.err);
        check(strstr(o.out, "1 failed, 0 refused\n"), "%s: %s", programs[i],
              o.out);
        check(count_of(o.err, "\n") == 1, "%s: %s", programs[i], o.err);
    }
}

TEST(output, of_many_failed_items_is_cut)
{
    char line[400] = "--items 20";

    for (int i = 0; i < 16; i++)
        snprintf(line + strlen(line), sizeof(line) - strlen(line),
                 " --fail 0:%d", i);
    run_program(&o, "blocking", "%s", line);
    check(o.status == 1, "status %d", o.status);
    check(count_of(o.err, "\n") == 11, "%s", o.err);
    check(strstr(o.err, "and 6 more failed"), "%s", o.err);
}

TEST(output, of_a_good_run_says_nothing_on_stderr)
{
    for (size_t i = 0; programs[i]; i++) {
        run_program(&o, programs[i], "--items 3");
        check(o.status == 0 && !*o.err, "%s: %s", programs[i], o.err);
    }
}
