/* Is a text JSON?  A descent through the grammar of RFC 8259.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <string.h>

#include "valid_json.h"

/* Each function takes its thing off the front of *at, or returns false. */
static bool value(const char **at);

static void
blanks(const char **at)
{
    *at += strspn(*at, " \t\r\n");
}

static bool
mark(const char **at, char c)
{
    blanks(at);
    if (**at != c)
        return false;
    ++*at;
    return true;
}

static bool
escape(const char **at)
{
    if (**at != 'u')
        return **at && strchr("\"\\/bfnrt", *(*at)++);
    for (int i = 1; i <= 4; i++)
        if (!isxdigit((unsigned char)(*at)[i]))
            return false;
    *at += 5;
    return true;
}

static bool
string(const char **at)
{
    if (!mark(at, '"'))
        return false;
    while (**at != '"') {
        if ((unsigned char)**at < 0x20)
            return false;
        if (*(*at)++ == '\\' && !escape(at))
            return false;
    }
    return mark(at, '"');
}

static bool
digits(const char **at)
{
    const char *start = *at;

    while (isdigit((unsigned char)**at))
        ++*at;
    return *at > start;
}

static bool
number(const char **at)
{
    *at += **at == '-';
    const char *start = *at;
    if (!digits(at) || (*start == '0' && *at > start + 1))
        return false;
    if (**at == '.' && (++*at, !digits(at)))
        return false;
    if (**at != 'e' && **at != 'E')
        return true;
    ++*at;
    *at += **at == '+' || **at == '-';
    return digits(at);
}

static bool
member(const char **at)
{
    return string(at) && mark(at, ':') && value(at);
}

static bool
list(const char **at, char end, bool (*element)(const char **at))
{
    if (mark(at, end))
        return true;
    do
        if (!element(at))
            return false;
    while (mark(at, ','));
    return mark(at, end);
}

static bool
word(const char **at, const char *expected)
{
    size_t length = strlen(expected);

    if (strncmp(*at, expected, length))
        return false;
    *at += length;
    return true;
}

static bool
value(const char **at)
{
    if (mark(at, '{'))
        return list(at, '}', member);
    if (mark(at, '['))
        return list(at, ']', value);
    if (**at == '"')
        return string(at);
    return word(at, "true") || word(at, "false") || word(at, "null") ||
           number(at);
}

bool
json_valid(const char *text)
{
    if (!value(&text))
        return false;
    blanks(&text);
    return !*text;
}
