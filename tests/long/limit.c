/* A limit that ends a hang, and says where it was.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "limit.h"

static char at[256];

static void
hangs(int number)
{
    static const char words[] = ": hangs\n0 passed, 1 failed\n";

    (void)number;
    (void)!write(STDOUT_FILENO, at, strlen(at));
    (void)!write(STDOUT_FILENO, words, sizeof(words) - 1);
    _exit(1);
}

void
limit(unsigned seconds, const char *format, ...)
{
    va_list arguments;

    alarm(0);
    va_start(arguments, format);
    vsnprintf(at, sizeof(at), format, arguments);
    va_end(arguments);
    signal(SIGALRM, hangs);
    alarm(seconds);
}
