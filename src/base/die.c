/* How a program ends early.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"

static void
say(const char *format, va_list arguments)
{
    fflush(stdout);
    fprintf(stderr, "%s: ", program_invocation_short_name);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

void
die(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
    exit(EXIT_FAILED);
}

void
die_usage(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
    fprintf(stderr, "Try '%s --help'\n", program_invocation_short_name);
    exit(EXIT_USAGE);
}

void
warn_line(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
}

static bool stdout_is_finished;

static void
check_stdout(void)
{
    if (stdout_is_finished || (!fflush(stdout) && !ferror(stdout)))
        return;
    fprintf(stderr, "%s: write error: %s\n", program_invocation_short_name,
            strerror(errno));
    _exit(EXIT_FAILED);
}

void
begin_program(void)
{
    argp_err_exit_status = EXIT_USAGE;
    atexit(check_stdout);
}

void
finish_stdout(void)
{
    int failed = ferror(stdout);

    stdout_is_finished = true;
    errno = 0;
    if (fclose(stdout) || failed)
        die("write error: %s", errno ? strerror(errno) : "stdout failed");
}
