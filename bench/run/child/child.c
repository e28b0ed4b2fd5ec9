/* A program under measurement: started, held at its gates, read, ended.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "child.h"
#include "clock.h"
#include "process.h"

enum { WORDS_MAX = 64, ARGUMENTS_BYTES = 4096, LOOK_MS = 5, CLOSED_MS = 1000 };

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
become(const char *path, const char *arguments, const struct ends *e, int ways,
       pid_t parent)
{
    char copy[ARGUMENTS_BYTES], gate[16], gauges[16];
    char *words[WORDS_MAX + 1] = {(char *)path, "--format", "tsv"};
    size_t n = 3;

    process_begin_child(parent);
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
    const atomic_bool *stop = child->stop;
    int limit_ms = child->limit_ms ? child->limit_ms : CHILD_LIMIT_MS;
    pid_t parent = getpid();
    struct ends e;
    int error = open_ends(&e, ways);

    memset(child, 0, offsetof(struct child, text));
    *child->text = *child->messages = '\0';
    child->pid = -1;
    child->stop = stop;
    child->limit_ms = limit_ms;
    if (!error && ways & CHILD_GAUGES) {
        child->gauges = mmap(NULL, GAUGES_BYTES, PROT_READ | PROT_WRITE,
                             MAP_SHARED, e.gauges, 0);
        error = child->gauges == MAP_FAILED ? errno : 0;
    }
    fflush(NULL);
    if (!error && (child->pid = fork()) < 0)
        error = errno;
    if (child->pid == 0)
        become(path, arguments, &e, ways, parent);
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
    child->closed_gate = true;
    process_wait(child->pid, CLOSED_MS); /* it has ended, as a rule */
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

static bool
is_stopped(const struct child *child)
{
    return child->stop && atomic_load(child->stop);
}

int
child_reach(struct child *child, const char *word)
{
    int64_t until_ns = clock_now_ns() + child->limit_ms * NS_PER_MS;
    int error = EAGAIN;

    while (error == EAGAIN && clock_now_ns() < until_ns && !is_stopped(child))
        error = child_reach_within(child, word, child->limit_ms);
    if (error != EAGAIN)
        return error;
    child->failed = true;
    return is_stopped(child) ? ECANCELED : ETIMEDOUT;
}

int
child_go(struct child *child)
{
    if (send(child->gate, "", 1, MSG_NOSIGNAL) == 1)
        return 0;
    child->failed = true;
    return errno;
}

/* Adds to the text what fits; what is beyond is forgotten, so that the child
 * never waits for us.  Returns whether there was anything.
 */
static bool
read_some(int fd, char *text, size_t size, size_t *used)
{
    char beyond[4096];
    size_t room = size - 1 - *used;
    ssize_t n =
        read(fd, room ? text + *used : beyond, room ? room : sizeof(beyond));

    if (n > 0 && room)
        *used += (size_t)n;
    text[*used] = '\0';
    return n > 0;
}

/* Reads until the program has ended; a process that it left behind may hold its
 * stdout open, or print without end: one read takes all that a pipe holds.
 */
static void
read_output(struct child *child)
{
    int64_t until_ns = clock_now_ns() + child->limit_ms * NS_PER_MS;
    size_t used = 0;
    bool ends = false;

    while (!ends) {
        struct pollfd output = {.fd = child->output, .events = POLLIN};
        ends = process_has_ended(child->pid) || is_stopped(child) ||
               clock_now_ns() >= until_ns;
        if (poll(&output, 1, ends ? 0 : LOOK_MS) > 0 &&
            !read_some(child->output, child->text, sizeof(child->text),
                       &used) &&
            !ends)
            process_wait(child->pid, LOOK_MS); /* stdout is closed */
    }
}

void
child_finish(struct child *child)
{
    size_t used = 0;

    if (child->pid > 0 && !child->failed)
        read_output(child);
    if (child->pid > 0) {
        child->was_killed = !process_has_ended(child->pid);
        child->status = process_end(child->pid, &child->usage);
    }
    if (child->errors >= 0) {
        lseek(child->errors, 0, SEEK_SET);
        read_some(child->errors, child->messages, sizeof(child->messages),
                  &used);
    }
    if (child->gauges)
        munmap(child->gauges, GAUGES_BYTES);
    close_end(&child->gate);
    close_end(&child->output);
    close_end(&child->errors);
}
