/* The first line, to the letter as the slides have it.
 * SPDX-License-Identifier: MIT
 */
#include <regex.h>
#include <string.h>

#include "spawn.h"
#include "test.h"

static struct outcome o;

static void
first_line_is(const char *program, const char *options, const char *pattern)
{
    regex_t regex;

    run_program(&o, program, "%s", options);
    check(o.status == 0, "%s: status %d: %s", program, o.status, o.err);
    check(!regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB), "%s", pattern);
    int unlike = regexec(&regex, o.out, 0, NULL, 0);
    regfree(&regex);
    check(!unlike, "%s %s says:\n%.80s", program, options, o.out);
}

TEST(lines, of_sequential_say_how_many_items_finished)
{
    first_line_is("sequential", "", "^1000 items finished\n");
    first_line_is("sequential", "--items 10", "^10 items finished\n");
}

TEST(lines, of_blocking_say_how_many_items_finished)
{
    first_line_is("blocking", "", "^1000 items finished\n");
    first_line_is("blocking", "--items 10", "^10 items finished\n");
}

TEST(lines, of_polling_say_how_often_it_polled)
{
    first_line_is("polling", "",
                  "^Processed 1000 items after polling [0-9]+ times\n");
    first_line_is("polling", "--items 10",
                  "^Processed 10 items after polling [0-9]+ times\n");
}

TEST(lines, of_nothing_say_so)
{
    first_line_is("sequential", "--items 0", "^0 items finished\n");
    first_line_is("blocking", "--items 0", "^0 items finished\n");
    first_line_is("polling", "--items 0",
                  "^Processed 0 items after polling [0-9]+ times\n");
}

TEST(lines, of_help_and_version_end_well)
{
    for (size_t i = 0; programs[i]; i++) {
        run_program(&o, programs[i], "--help");
        check(o.status == 0 && !*o.err, "%s --help: %d", programs[i], o.status);
        check(strstr(o.out, "--capacity"), "%s tells no options", programs[i]);
        run_program(&o, programs[i], "--version");
        check(o.status == 0 && !*o.err, "%s --version", programs[i]);
        check(!strncmp(o.out, programs[i], strlen(programs[i])) &&
                  strstr(o.out, VERSION),
              "the version is: %s", o.out);
    }
}
