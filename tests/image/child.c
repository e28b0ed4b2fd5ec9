/* A photoserver as a child of the test, and plain words with it.
 * SPDX-License-Identifier: MIT
 */
#include <arpa/inet.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "rig.h"
#include "test.h"

enum { ARGUMENTS_MAX = 16 };

/* What the child does between fork and exec. */
static void
become_server(const struct child *c, int output, const char **arguments)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (c->most_bytes) {
        struct rlimit limit = {c->most_bytes, c->most_bytes};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    dup2(output, STDOUT_FILENO);
    execv(BUILD "/bin/photoserver", (char **)arguments);
    _exit(127);
}

void
child_start(struct child *c, ...)
{
    const char *arguments[ARGUMENTS_MAX] = {"photoserver", "--port", "0"};
    size_t n = 3;
    va_list more;
    int ends[2];

    va_start(more, c);
    while ((arguments[n] = va_arg(more, const char *)))
        n++;
    va_end(more);
    check(!pipe(ends), "pipe failed");
    c->pid = fork();
    check(c->pid >= 0, "fork failed");
    if (c->pid == 0)
        become_server(c, ends[1], arguments);
    close(ends[1]);
    c->output = fdopen(ends[0], "r");
    check(fscanf(c->output, "listening on %63s", c->url) == 1,
          "the server does not listen");
    check(sscanf(c->url, "http://127.0.0.1:%d/", &c->port) == 1,
          "it listens at '%s'", c->url);
}

void
child_stop(struct child *c, int signal_number)
{
    int status;

    check(!kill(c->pid, signal_number), "the server has died before");
    check(waitpid(c->pid, &status, 0) == c->pid, "waitpid failed");
    check(WIFEXITED(status) && WEXITSTATUS(status) == 0,
          "the server ended with status %#x", (unsigned)status);
    fclose(c->output);
}

int
child_connect(const struct child *c)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)c->port),
                                  .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    check(!connect(fd, (struct sockaddr *)&address, sizeof(address)),
          "cannot connect");
    return fd;
}

int
ask(const struct child *c, const void *bytes, size_t n, char *reply,
    size_t reply_size)
{
    int fd = child_connect(c), status = 0;
    size_t n_reply = 0;
    ssize_t part = send(fd, bytes, n, MSG_NOSIGNAL);

    while (part > 0 && n_reply < reply_size - 1) {
        part = recv(fd, reply + n_reply, reply_size - 1 - n_reply, 0);
        n_reply += part > 0 ? (size_t)part : 0;
    }
    close(fd);
    reply[n_reply] = '\0';
    return sscanf(reply, "HTTP/1.1 %d", &status) == 1 ? status : 0;
}

int
ask_get(const struct child *c, const char *path)
{
    char reply[1024];
    const char *head =
        text("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", path);

    return ask(c, head, strlen(head), reply, sizeof(reply));
}

int
ask_put(const struct child *c, const char *path, size_t n_bytes)
{
    char reply[1024];
    const char *head = text("PUT %s HTTP/1.1\r\nHost: x\r\nConnection: "
                            "close\r\nContent-Length: %zu\r\n\r\n",
                            path, n_bytes);
    size_t n_head = strlen(head);
    char *all = malloc(n_head + n_bytes);

    check(all != NULL, "no memory");
    memcpy(all, head, n_head);
    memset(all + n_head, 'x', n_bytes);
    int status = ask(c, all, n_head + n_bytes, reply, sizeof(reply));
    free(all);
    return status;
}
