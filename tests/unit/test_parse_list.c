/* Lists of numbers and durations from a command line.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "array_len.h"
#include "clock.h"
#include "parse.h"
#include "test.h"

enum { MOST = 4 };

static void
refuses_numbers(const char *text, const char *expected)
{
    uint64_t n[MOST];
    const char *why = parse_numbers(text, MOST, 1, 9, n);

    check(why, "'%s' is taken", text);
    check(strstr(why, expected), "'%s' %s", text, why);
}

TEST(parse_list, reads_each_value)
{
    uint64_t n[MOST];
    const char *why = parse_numbers("4,3,5,1", MOST, 1, 9, n);

    check(!why, "it %s", why);
    check(n[0] == 4 && n[1] == 3 && n[2] == 5 && n[3] == 1, "read wrongly");
}

TEST(parse_list, lets_the_last_value_stand_for_the_rest)
{
    uint64_t n[MOST];
    const char *why = parse_numbers("4,3", MOST, 1, 9, n);

    check(!why, "it %s", why);
    check(n[0] == 4 && n[1] == 3 && n[2] == 3 && n[3] == 3, "not filled up");
}

TEST(parse_list, reads_durations_of_different_units)
{
    int64_t ns[MOST];
    const char *why = parse_durations("1ms,0,2us", MOST, ns);

    check(!why, "it %s", why);
    check(ns[0] == NS_PER_MS && ns[1] == 0 && ns[2] == 2 * NS_PER_US &&
              ns[3] == 2 * NS_PER_US,
          "read wrongly");
}

TEST(parse_list, refuses_one_value_too_many)
{
    int64_t ns[MOST];
    const char *why = parse_durations("0,0,0,0,0", MOST, ns);

    refuses_numbers("1,2,3,4,5", "too many");
    check(why && strstr(why, "too many"), "five durations: %s", why);
}

TEST(parse_list, refuses_an_empty_value_wherever_it_stands)
{
    static const char *const lists[] = {"", ",", "1,", ",1", "1,,2"};

    for (size_t i = 0; i < ARRAY_LEN(lists); i++)
        refuses_numbers(lists[i], "empty");
}

TEST(parse_list, refuses_what_each_value_alone_would_be_refused_for)
{
    refuses_numbers("1,abc", "not a whole number");
    refuses_numbers("1, 2", "not a whole number");
    refuses_numbers("-1,2", "not a whole number");
    refuses_numbers("1,2,0", "out of range");
    refuses_numbers("10,1", "out of range");
}

TEST(parse_list, refuses_a_word_that_is_longer_than_any_number)
{
    char word[200];
    int64_t ns[MOST];

    memset(word, '1', sizeof(word));
    word[sizeof(word) - 1] = '\0';
    refuses_numbers(word, "not a whole number");
    check(parse_durations(word, MOST, ns), "199 digits are taken");
}
