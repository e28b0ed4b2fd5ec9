/* Names from a command line, descriptors, and what the environment holds.
 * SPDX-License-Identifier: MIT
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "parse.h"
#include "test.h"

static const struct {
    const char *name;
    double other;
} rows[] = {{"one", 1}, {"two", 2}, {"two-and-more", 3}};

TEST(parse_name, finds_the_row_that_has_the_whole_name)
{
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        size_t found = 99;
        const char *why = parse_name(rows[i].name, rows, ARRAY_LEN(rows),
                                     sizeof(*rows), &found);
        check(!why && found == i, "'%s' is row %zu", rows[i].name, found);
    }
}

TEST(parse_name, refuses_any_other_and_stores_nothing)
{
    static const char *const bad[] = {"", "on", "onee", "ONE", "two-"};

    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        size_t found = 99;
        const char *why =
            parse_name(bad[i], rows, ARRAY_LEN(rows), sizeof(*rows), &found);
        check(why && found == 99, "'%s' is row %zu", bad[i], found);
    }
}

TEST(parse_name, a_descriptor_fits_an_int)
{
    int fd = -1;

    check(!parse_fd("0", &fd) && fd == 0, "0 is %d", fd);
    check(!parse_fd("2147483647", &fd) && fd == INT_MAX, "the most: %d", fd);
    check(parse_fd("2147483648", &fd) != NULL, "one more is taken");
    check(parse_fd("-1", &fd) != NULL, "-1 is taken");
}

TEST(parse_name, env_reads_a_variable)
{
    check(!setenv("PARSE_TEST", "a secret", 1), "setenv");
    check(!strcmp(parse_from_environment("env:PARSE_TEST"), "a secret"),
          "it is not read");
    check(!*parse_from_environment("env:PARSE_TEST_NO"), "it holds something");
    check(!strcmp(parse_from_environment("redis://h"), "redis://h"),
          "a text is changed");
}
