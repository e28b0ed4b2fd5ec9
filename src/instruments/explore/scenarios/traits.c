/* The names of a contender's traits.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "explore/scenarios/traits.h"

const char *
traits_text(unsigned traits, char text[static TRAITS_BYTES])
{
    static const char *const names[] = {"BOUNDED", "UNBOUNDED", "CLOSE",
                                        "TIMED",   "JOIN",      "SPSC",
                                        "POLLS",   "FD"};
    size_t n = 0;

    text[0] = '\0';
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (traits & 1U << i)
            n += (size_t)snprintf(text + n, TRAITS_BYTES - n, "%s%s",
                                  n ? ", " : "", names[i]);
    return text;
}
