/* Whole numbers from a command line: which are taken and which refused.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "array_len.h"
#include "parse.h"
#include "test.h"

static void
takes(const char *text, uint64_t expected)
{
    uint64_t n = 4711;
    const char *why = parse_number(text, 0, UINT64_MAX, &n);

    check(!why, "'%s' %s", text, why);
    check(n == expected, "'%s' is read as %llu", text, (unsigned long long)n);
}

static void
refuses(const char *text, uint64_t low, uint64_t high, const char *expected)
{
    uint64_t n = 4711;
    const char *why = parse_number(text, low, high, &n);

    check(why, "'%s' is taken as %llu", text, (unsigned long long)n);
    check(strstr(why, expected), "'%s' %s", text, why);
    check(n == 4711, "'%s' is refused, and stored", text);
}

TEST(parse_number, reads_decimal_numbers_whole)
{
    takes("0", 0);
    takes("7", 7);
    takes("1000", 1000);
    takes("010", 10);
    takes("18446744073709551615", UINT64_MAX);
}

TEST(parse_number, takes_both_ends_of_its_range)
{
    uint64_t n;

    check(!parse_number("3", 3, 5, &n) && n == 3, "3 of 3 to 5 is refused");
    check(!parse_number("5", 3, 5, &n) && n == 5, "5 of 3 to 5 is refused");
}

TEST(parse_number, refuses_what_lies_outside_its_range)
{
    refuses("2", 3, 5, "out of range");
    refuses("6", 3, 5, "out of range");
}

TEST(parse_number, refuses_more_than_64_bits)
{
    refuses("18446744073709551616", 0, UINT64_MAX, "out of range");
    refuses("99999999999999999999999999", 0, UINT64_MAX, "out of range");
}

TEST(parse_number, refuses_an_empty_word)
{
    refuses("", 0, UINT64_MAX, "empty");
}

TEST(parse_number, refuses_what_is_no_number)
{
    static const char *const words[] = {"abc", "1e99", "0x10", "1.5",
                                        "inf", "nan",  "-",    "½"};

    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        refuses(words[i], 0, UINT64_MAX, "not a whole number");
}

TEST(parse_number, refuses_signs)
{
    refuses("-1", 0, UINT64_MAX, "not a whole number");
    refuses("+1", 0, UINT64_MAX, "not a whole number");
}

TEST(parse_number, refuses_blanks_and_trailing_junk)
{
    static const char *const words[] = {" 1", "1 ",  "1\n", "1k",
                                        "1,", "12a", "\t1"};

    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        refuses(words[i], 0, UINT64_MAX, "not a whole number");
}
