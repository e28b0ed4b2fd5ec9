/* The path of a request, without its escapes.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <errno.h>
#include <stddef.h>

#include "image/server/message/path.h"

/* The value of a digit of an escape, or -1. */
static int
hex(char digit)
{
    if (isdigit((unsigned char)digit))
        return digit - '0';
    if (!isxdigit((unsigned char)digit))
        return -1;
    return tolower((unsigned char)digit) - 'a' + 10;
}

int
path_unescape(const char *url, char path[PATH_BYTES])
{
    size_t n = 0;

    for (; *url && n < PATH_BYTES - 1; url++, n++) {
        path[n] = *url;
        if (*url != '%')
            continue;
        int high = hex(url[1]), low = high < 0 ? -1 : hex(url[2]);
        if (low < 0 || high + low == 0)
            return EINVAL;
        path[n] = (char)(high << 4 | low);
        url += 2;
    }
    path[n] = '\0';
    return *url ? EINVAL : 0;
}
