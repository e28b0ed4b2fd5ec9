/* The tests' own JSON check: it must be able to say no.
 * SPDX-License-Identifier: MIT
 */
#include "array_len.h"
#include "valid_json.h"
#include "test.h"

TEST(json, takes_what_is_json)
{
    static const char *const texts[] = {"{}",
                                        "[]",
                                        " [1, -2, 0.5, 1e9] ",
                                        "\"a\\u00e9\\n\"",
                                        "null",
                                        "{\"a\": [{}]}",
                                        "{\"a\": true, \"b\": 0}"};

    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        check(json_valid(texts[i]), "refused: %s", texts[i]);
}

TEST(json, refuses_what_is_not)
{
    static const char *const texts[] = {"",          "{",     "[1,]",
                                        "{\"a\" 1}", "\"a",   "\"\t\"",
                                        "01",        "[1}",   "{a: 1}",
                                        "nul",       "1 2",   "\"\\x\"",
                                        "{\"a\":}",  "[1 2]", "-",
                                        "1.",        "{,}",   "nan"};

    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        check(!json_valid(texts[i]), "taken: %s", texts[i]);
}
