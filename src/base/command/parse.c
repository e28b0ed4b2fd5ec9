/* Numbers from a command line.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/array_len.h"
#include "base/clock.h"
#include "parse.h"

enum { WORD_BYTES = 64 };

static const char EMPTY[] = "is empty";
static const char NOT_A_NUMBER[] = "is not a whole number";
static const char NOT_A_DURATION[] =
    "is not a duration (a number and ns, us, ms or s)";
static const char OUT_OF_RANGE[] = "is out of range";

const char *
parse_number(const char *text, uint64_t low, uint64_t high, uint64_t *value)
{
    char *end;

    if (!*text)
        return EMPTY;
    if (!isdigit((unsigned char)*text))
        return NOT_A_NUMBER;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    if (*end)
        return NOT_A_NUMBER;
    if (errno == ERANGE || number < low || number > high)
        return OUT_OF_RANGE;
    *value = number;
    return NULL;
}

/* The nanoseconds of a unit, or 0 for a word that is none. */
static int64_t
unit_ns(const char *unit)
{
    static const struct {
        const char *name;
        int64_t ns;
    } units[] = {{"ns", 1},
                 {"us", NS_PER_US},
                 {"ms", NS_PER_MS},
                 {"s", NS_PER_S}};

    for (size_t i = 0; i < ARRAY_LEN(units); i++)
        if (!strcmp(unit, units[i].name))
            return units[i].ns;
    return 0;
}

/* Digits and at most one point: strtod takes signs, exponents, hex, inf,
 * nan, and the locale's comma, none of which belongs here.
 */
const char *
parse_duration(const char *text, int64_t *ns)
{
    const double longest_ns = 3600e9;
    double number = 0, place = 1;
    const char *c = text;

    if (!*text)
        return EMPTY;
    if (!strcmp(text, "0")) {
        *ns = 0;
        return NULL;
    }
    for (; isdigit((unsigned char)*c); c++)
        number = number * 10 + (*c - '0');
    if (c == text)
        return NOT_A_DURATION;
    if (*c == '.')
        for (c++; isdigit((unsigned char)*c); c++)
            number += (*c - '0') * (place /= 10);
    if (!unit_ns(c))
        return NOT_A_DURATION;
    number *= (double)unit_ns(c);
    if (number > longest_ns)
        return OUT_OF_RANGE;
    *ns = (int64_t)(number + 0.5);
    return NULL;
}

/* Copies the word up to the next comma; NULL when it is too long to be one
 * of ours.  Moves *text behind the comma, or to NULL after the last word.
 */
static const char *
next_word(const char **text, char word[WORD_BYTES])
{
    size_t length = strcspn(*text, ",");

    if (length >= WORD_BYTES)
        return NULL;
    memcpy(word, *text, length);
    word[length] = '\0';
    *text = (*text)[length] ? *text + length + 1 : NULL;
    return word;
}

const char *
parse_durations(const char *text, size_t most, int64_t *ns)
{
    char word[WORD_BYTES];
    size_t n = 0;

    for (; text; n++) {
        if (n == most)
            return "has too many values";
        if (!next_word(&text, word))
            return NOT_A_DURATION;
        const char *why = parse_duration(word, &ns[n]);
        if (why)
            return why;
    }
    for (; n < most; n++)
        ns[n] = ns[n - 1];
    return NULL;
}

const char *
parse_numbers(const char *text, size_t most, uint64_t low, uint64_t high,
              uint64_t *values)
{
    char word[WORD_BYTES];
    size_t n = 0;

    for (; text; n++) {
        if (n == most)
            return "has too many values";
        if (!next_word(&text, word))
            return NOT_A_NUMBER;
        const char *why = parse_number(word, low, high, &values[n]);
        if (why)
            return why;
    }
    for (; n < most; n++)
        values[n] = values[n - 1];
    return NULL;
}

const char *
parse_fd(const char *text, int *fd)
{
    uint64_t number = 0;
    const char *why = parse_number(text, 0, INT_MAX, &number);

    *fd = (int)number;
    return why;
}

const char *
parse_name(const char *text, const void *rows, size_t n, size_t row_bytes,
           size_t *index)
{
    for (size_t i = 0; i < n; i++) {
        const char *const *name =
            (const void *)((const char *)rows + i * row_bytes);
        if (!strcmp(text, *name)) {
            *index = i;
            return NULL;
        }
    }
    return "is none of them";
}

const char *
parse_from_environment(const char *text)
{
    const char *found = strncmp(text, "env:", 4) ? text : getenv(text + 4);

    return found ? found : "";
}
