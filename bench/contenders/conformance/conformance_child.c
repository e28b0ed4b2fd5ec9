/* A body that may hang or crash, run in a child, and what became of it.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "conformance_child.h"
#include "die.h"
#include "process.h"

enum { LOOK_MS = 50 };

static int to_parent = STDERR_FILENO; /* set in the child alone */

void
conformance_fail(const char *format, ...)
{
    char why[CONFORMANCE_WHY];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(why, sizeof(why), format, arguments);
    va_end(arguments);
    _exit(write(to_parent, why, strlen(why)) < 0 ? 2 : 1);
}

/* It leaves by exit, so that a sanitizer can still have its say. */
__attribute__((noreturn)) static void
run(void (*body)(const void *argument), const void *argument, pid_t parent,
    int to)
{
    process_begin_child(parent);
    to_parent = to;
    body(argument);
    exit(0);
}

/* Until it has written why, or has closed its end by exiting.  A process that it
 * forks may hold that end open, so the child's exit is looked for too.
 */
static bool
has_ended_within(pid_t child, int from, unsigned limit_s)
{
    int64_t until_ns = clock_now_ns() + limit_s * NS_PER_S;
    struct pollfd end = {.fd = from, .events = POLLIN};

    while (clock_now_ns() < until_ns && !process_has_ended(child) &&
           poll(&end, 1, LOOK_MS) == 0)
        continue;
    int64_t left_ns = until_ns - clock_now_ns();
    return process_wait(child, left_ns > 0 ? (int)(left_ns / NS_PER_MS) : 0);
}

static void
read_why(int from, char *why)
{
    struct pollfd end = {.fd = from, .events = POLLIN};
    ssize_t n = poll(&end, 1, 0) > 0 ? read(from, why, CONFORMANCE_WHY - 1) : 0;

    why[n > 0 ? n : 0] = '\0';
}

void
conformance_child(void (*body)(const void *argument), const void *argument,
                  unsigned limit_s, char *why)
{
    pid_t parent = getpid();
    int ends[2];

    fflush(NULL);
    if (pipe(ends))
        die("conformance: %s", strerror(errno));
    pid_t child = fork();
    if (child < 0)
        die("conformance: %s", strerror(errno));
    if (child == 0) {
        close(ends[0]);
        run(body, argument, parent, ends[1]);
    }
    close(ends[1]);
    bool hangs = !has_ended_within(child, ends[0], limit_s);
    int status = process_end(child, NULL);
    read_why(ends[0], why);
    close(ends[0]);
    if (hangs)
        snprintf(why, CONFORMANCE_WHY, "hangs");
    else if (WIFSIGNALED(status))
        snprintf(why, CONFORMANCE_WHY, "crashes: %s", process_words(status));
    else if (status && !*why)
        snprintf(why, CONFORMANCE_WHY, "%s", process_words(status));
}
