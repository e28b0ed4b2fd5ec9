/* Durations from a command line: which are taken and which refused.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <string.h>

#include "array_len.h"
#include "clock.h"
#include "parse.h"
#include "test.h"

static void
takes(const char *text, int64_t expected)
{
    int64_t ns = -1;
    const char *why = parse_duration(text, &ns);

    check(!why, "'%s' %s", text, why);
    check(ns == expected, "'%s' is read as %" PRId64 " ns", text, ns);
}

static void
refuses(const char *text, const char *expected)
{
    int64_t ns = -1;
    const char *why = parse_duration(text, &ns);

    check(why, "'%s' is taken as %" PRId64 " ns", text, ns);
    check(strstr(why, expected), "'%s' %s", text, why);
    check(ns == -1, "'%s' is refused, and stored", text);
}

TEST(parse_duration, knows_four_units)
{
    takes("3ns", 3);
    takes("3us", 3 * NS_PER_US);
    takes("3ms", 3 * NS_PER_MS);
    takes("3s", 3 * NS_PER_S);
}

TEST(parse_duration, reads_a_fraction)
{
    takes("0.1ms", 100000);
    takes("1.5s", 1500000000);
    takes("0.25us", 250);
    takes("2.999999999s", INT64_C(2999999999));
}

TEST(parse_duration, takes_nought_without_a_unit)
{
    takes("0", 0);
    takes("0s", 0);
}

TEST(parse_duration, takes_an_hour_and_no_more)
{
    takes("3600s", 3600 * NS_PER_S);
    refuses("3601s", "out of range");
    refuses("99999999999999999999999999999999999999s", "out of range");
}

TEST(parse_duration, refuses_a_number_without_a_unit)
{
    refuses("10", "not a duration");
    refuses("1.5", "not a duration");
    refuses("00", "not a duration");
}

TEST(parse_duration, refuses_what_is_no_duration)
{
    static const char *const words[] = {"abc",    "ms",     "-1ms",   "+1ms",
                                        "1e99",   "1e3ms",  "0x10ms", " 1ms",
                                        "1 ms",   "1ms ",   "1msx",   "1m",
                                        "1.2.3s", ".5s",    "1,5s",   "infs",
                                        "nan",    "1ms,2ms"};

    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        refuses(words[i], "not a duration");
}

TEST(parse_duration, refuses_an_empty_word)
{
    refuses("", "empty");
}
