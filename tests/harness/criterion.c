/* How a check fails under Criterion.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stdio.h>

#include "test.h"

char test_at[128];

void
test_fail(const char *file, int line, const char *format, ...)
{
    char message[512];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    cr_assert_fail("%s:%d: %s%s", file, line, test_at, message);
    __builtin_unreachable(); /* Criterion has left the test */
}
