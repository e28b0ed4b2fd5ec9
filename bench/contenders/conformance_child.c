/* A body that may hang or crash, run in a child, and what became of it.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance_child.h"
#include "die.h"

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
run(void (*body)(const void *argument), const void *argument, unsigned limit_s,
    int to)
{
    to_parent = to;
    alarm(limit_s);
    body(argument);
    exit(0);
}

static void
read_why(pid_t child, int from, char *why)
{
    int status = 0;
    ssize_t n = read(from, why, CONFORMANCE_WHY - 1);

    why[n > 0 ? n : 0] = '\0';
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        snprintf(why, CONFORMANCE_WHY, "hangs");
    else if (WIFSIGNALED(status))
        snprintf(why, CONFORMANCE_WHY, "crashes: %s",
                 strsignal(WTERMSIG(status)));
    else if (WEXITSTATUS(status) && !*why)
        snprintf(why, CONFORMANCE_WHY, "ends with status %d",
                 WEXITSTATUS(status));
}

void
conformance_child(void (*body)(const void *argument), const void *argument,
                  unsigned limit_s, char *why)
{
    int ends[2];

    fflush(NULL);
    if (pipe(ends))
        die("conformance: %s", strerror(errno));
    pid_t child = fork();
    if (child < 0)
        die("conformance: %s", strerror(errno));
    if (child == 0) {
        close(ends[0]);
        run(body, argument, limit_s, ends[1]);
    }
    close(ends[1]);
    read_why(child, ends[0], why);
    close(ends[0]);
}
