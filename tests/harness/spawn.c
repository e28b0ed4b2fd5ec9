/* Runs a program as a user would, and keeps what it says and how it ends.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "spawn.h"
#include "test.h"

const char *const programs[] = {"sequential", "polling", "blocking", NULL};

/* Cuts the line into words, in place. */
static void
split(char *line, char *words[ARGUMENTS_MAX])
{
    size_t n = 1;

    for (char *w = strtok(line, " "); w; w = strtok(NULL, " ")) {
        check(n + 1 < ARGUMENTS_MAX, "too many arguments");
        words[n++] = strcmp(w, "''") ? w : "";
    }
    words[n] = NULL;
}

/* In the child: nothing here may fail in silence. */
static void
become(const struct child *child, const char *stdout_path, char **words)
{
    int out = child->out;

    if (stdout_path && *stdout_path)
        out = open(stdout_path, O_WRONLY);
    if (out < 0 || dup2(out, STDOUT_FILENO) < 0 ||
        dup2(child->err, STDERR_FILENO) < 0)
        _exit(125);
    if (stdout_path && !*stdout_path)
        close(STDOUT_FILENO);
    execv(words[0], words);
    dprintf(STDERR_FILENO, "%s: %s\n", words[0], strerror(errno));
    _exit(126);
}

static void
start(struct child *child, const char *stdout_path, const char *name,
      const char *format, va_list arguments)
{
    char path[256], line[4096];
    char *words[ARGUMENTS_MAX] = {path};

    snprintf(path, sizeof(path), "%s/bin/%s", BUILD, name);
    vsnprintf(line, sizeof(line), format, arguments);
    split(line, words);
    child->out = memfd_create("stdout", MFD_CLOEXEC);
    child->err = memfd_create("stderr", MFD_CLOEXEC);
    check(child->out >= 0 && child->err >= 0, "memfd_create");
    child->pid = fork();
    check(child->pid >= 0, "fork");
    if (child->pid == 0)
        become(child, stdout_path, words);
}

void
child_start(struct child *child, const char *stdout_path, const char *name,
            const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    start(child, stdout_path, name, format, arguments);
    va_end(arguments);
}

static void
read_back(int fd, char *text, size_t size)
{
    ssize_t n = pread(fd, text, size - 1, 0);

    check(n >= 0 && (size_t)n < size - 1, "it said %zd bytes", n);
    text[n] = '\0';
    close(fd);
}

void
child_wait(struct child *child, struct outcome *outcome)
{
    int status;

    check(waitpid(child->pid, &status, 0) == child->pid, "waitpid");
    outcome->status =
        WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    read_back(child->out, outcome->out, sizeof(outcome->out));
    read_back(child->err, outcome->err, sizeof(outcome->err));
    check(!strstr(outcome->err, "Sanitizer") &&
              !strstr(outcome->err, "runtime error"),
          "%.400s", outcome->err);
}

void
run_program(struct outcome *outcome, const char *name, const char *format, ...)
{
    struct child child;
    va_list arguments;

    va_start(arguments, format);
    start(&child, NULL, name, format, arguments);
    va_end(arguments);
    child_wait(&child, outcome);
}

size_t
count_of(const char *text, const char *part)
{
    size_t n = 0;

    while ((text = strstr(text, part))) {
        text += strlen(part);
        n++;
    }
    return n;
}
