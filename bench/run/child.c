/* A program under measurement: started, held at its gates, read, ended.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "clock.h"

enum { WORDS_MAX = 64, ARGUMENTS_BYTES = 4096 };

/* Both ends of each way to talk: [0] ours, [1] the child's. */
struct ends {
    int gate[2], output[2], gauges, errors;
};

static int
open_ends(struct ends *e, int ways)
{
    *e = (struct ends){{-1, -1}, {-1, -1}, -1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, e->gate) ||
        pipe2(e->output, O_CLOEXEC))
        return errno;
    e->errors = memfd_create("stderr", MFD_CLOEXEC);
    if (e->errors < 0)
        return errno;
    if (!(ways & CHILD_GAUGES))
        return 0;
    e->gauges = memfd_create("gauges", MFD_CLOEXEC);
    return e->gauges < 0 || ftruncate(e->gauges, GAUGES_BYTES) ? errno : 0;
}

static void
close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* Splits at blanks, in place; a backslash makes the next character plain. */
static void
split(char *arguments, char **words, size_t n)
{
    char *to = arguments;

    for (char *at = arguments; *at && n < WORDS_MAX; n++) {
        while (*at == ' ')
            at++;
        words[n] = to;
        while (*at && *at != ' ') {
            at += *at == '\\' && at[1];
            *to++ = *at++;
        }
        if (to == words[n])
            break; /* blanks at the end */
        at += *at == ' ';
        *to++ = '\0';
    }
    words[n] = NULL;
}

/* In the child, after fork: the descriptors get numbers that survive exec. */
__attribute__((noreturn)) static void
become(const char *path, const char *arguments, const struct ends *e, int ways)
{
    char copy[ARGUMENTS_BYTES], gate[16], gauges[16];
    char *words[WORDS_MAX + 1] = {(char *)path, "--format", "tsv"};
    size_t n = 3;

    setpgid(0, 0); /* a SIGINT from the terminal is for the bench alone */
    dup2(e->output[1], STDOUT_FILENO);
    dup2(e->errors, STDERR_FILENO);
    if (ways & CHILD_GATE) {
        snprintf(gate, sizeof(gate), "%d", dup(e->gate[1]));
        words[n++] = "--gate";
        words[n++] = gate;
    }
    if (ways & CHILD_GAUGES) {
        snprintf(gauges, sizeof(gauges), "%d", dup(e->gauges));
        words[n++] = "--gauges";
        words[n++] = gauges;
    }
    snprintf(copy, sizeof(copy), "%s", arguments);
    split(copy, words, n);
    execv(path, words);
    _exit(127);
}

int
child_start(struct child *child, const char *path, const char *arguments,
            int ways)
{
    struct ends e;
    int error = open_ends(&e, ways);

    memset(child, 0, offsetof(struct child, text));
    *child->text = *child->messages = '\0';
    child->pid = -1;
    if (!error && ways & CHILD_GAUGES) {
        child->gauges = mmap(NULL, GAUGES_BYTES, PROT_READ | PROT_WRITE,
                             MAP_SHARED, e.gauges, 0);
        error = child->gauges == MAP_FAILED ? errno : 0;
    }
    fflush(NULL);
    if (!error && (child->pid = fork()) < 0)
        error = errno;
    if (child->pid == 0)
        become(path, arguments, &e, ways);
    close_end(&e.gate[1]);
    close_end(&e.output[1]);
    close_end(&e.gauges);
    child->gate = e.gate[0];
    child->output = e.output[0];
    child->errors = e.errors;
    child->failed = error != 0;
    return error;
}

/* A line at the gate is written whole, so one read gives all of it. */
static int
read_word(struct child *child, const char *word)
{
    char line[32];
    ssize_t n = read(child->gate, line, sizeof(line) - 1);
    size_t length = strlen(word);

    if (n == (ssize_t)length + 1 && !memcmp(line, word, length))
        return 0;
    child->failed = true;
    return EPIPE;
}

int
child_reach_within(struct child *child, const char *word, int ms)
{
    struct pollfd gate = {.fd = child->gate, .events = POLLIN};
    int n = poll(&gate, 1, ms);

    if (n == 0 || (n < 0 && errno == EINTR))
        return EAGAIN;
    if (n < 0)
        return errno;
    return read_word(child, word);
}

int
child_reach(struct child *child, const char *word)
{
    int64_t until_ns = clock_now_ns() + CHILD_LIMIT_MS * NS_PER_MS;
    int error = EAGAIN;

    while (error == EAGAIN && clock_now_ns() < until_ns)
        error = child_reach_within(child, word, CHILD_LIMIT_MS);
    if (error == EAGAIN) {
        child->failed = true;
        error = ETIMEDOUT;
    }
    return error;
}

int
child_go(struct child *child)
{
    if (send(child->gate, "", 1, MSG_NOSIGNAL) == 1)
        return 0;
    child->failed = true;
    return errno;
}

/* Up to size - 1 bytes, and a NUL; what is beyond is read and forgotten, so
 * that the child never waits for us.  A child that is silent for too long and
 * does not end is killed.
 */
static void
read_all(int fd, char *text, size_t size, pid_t kill_if_silent)
{
    char beyond[4096] = "";
    size_t used = 0;
    ssize_t n = 1;

    while (n > 0 || (n < 0 && errno == EINTR)) {
        struct pollfd end = {.fd = fd, .events = POLLIN};
        size_t room = size - 1 - used;
        if (poll(&end, 1, CHILD_LIMIT_MS) == 0)
            kill(kill_if_silent, SIGKILL);
        n = read(fd, room ? text + used : beyond, room ? room : sizeof(beyond));
        if (n > 0 && room)
            used += (size_t)n;
    }
    text[used] = '\0';
}

void
child_finish(struct child *child)
{
    if (child->failed && child->pid > 0)
        kill(child->pid, SIGKILL);
    if (child->output >= 0)
        read_all(child->output, child->text, sizeof(child->text), child->pid);
    if (child->pid > 0)
        while (waitpid(child->pid, &child->status, 0) < 0 && errno == EINTR)
            continue;
    if (child->errors >= 0) {
        lseek(child->errors, 0, SEEK_SET);
        read_all(child->errors, child->messages, sizeof(child->messages),
                 child->pid);
    }
    if (child->gauges)
        munmap(child->gauges, GAUGES_BYTES);
    close_end(&child->gate);
    close_end(&child->output);
    close_end(&child->errors);
}
