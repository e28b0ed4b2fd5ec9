/* jobs: a function is sent by name to a second process, and run there.
 * SPDX-License-Identifier: MIT
 *
 * Two functions, funcA and funcB, are wrapped and registered in both
 * processes.  A wrapper that is called "wrapper" breaks that: the second one
 * finds its name taken, and a job for funcB runs funcA.  wraps mends it.  With
 * --address an address is sent instead, which is dead over there.
 */
#include <argp.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "die.h"
#include "functions.h"
#include "job.h"
#include "must.h"

struct options {
    bool wraps, address;
    int serve_fd; /* of the second process; -1 in the first */
};

static const struct argp_option table[] = {
    {"wraps", 'w', 0, 0, "let the wrappers carry the names of what they wrap",
     0},
    {"address", 'a', 0, 0, "send funcB's address instead of its name", 0},
    {"serve", 's', "FD", OPTION_HIDDEN, "be the second process", 0},
    {0}};

static error_t
parse_one(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;

    switch (key) {
    case 'w':
        o->wraps = true;
        return 0;
    case 'a':
        o->address = true;
        return 0;
    case 's':
        o->serve_fd = (int)strtol(value, NULL, 10);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static pid_t
start_second(const struct options *o, FILE **socket)
{
    int ends[2];
    char fd[16];

    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
        die("socketpair: %s", strerror(errno));
    pid_t second = fork();
    if (second < 0)
        die("fork: %s", strerror(errno));
    if (second == 0) {
        snprintf(fd, sizeof(fd), "%d", dup(ends[1])); /* without CLOEXEC */
        execl("/proc/self/exe", "jobs", "--serve", fd,
              o->wraps ? "--wraps" : NULL, (char *)NULL);
        _exit(EXIT_FAILED);
    }
    close(ends[1]);
    *socket = fdopen(ends[0], "r+");
    if (!*socket)
        die("fdopen: %s", strerror(errno));
    return second;
}

static void
send_funcB(const struct options *o, FILE *socket)
{
    char answer[JOB_LINE_BYTES];
    const struct callable *sent = &wrappers[FUNC_B];
    int came =
        o->address
            ? job_call_address(socket,
                               (uintptr_t)plain_functions[FUNC_B].address,
                               answer)
            : job_call(socket, sent, answer);

    printf("sent funcB as %s: %s\n", o->address ? "an address" : sent->name,
           came ? answer : "no answer");
}

static void
serve(const struct options *o, const struct registry *registry)
{
    FILE *socket = fdopen(o->serve_fd, "r+");

    if (!socket)
        die("serve: %s", strerror(errno));
    job_serve(socket, registry);
    fclose(socket);
}

int
main(int argc, char **argv)
{
    static const struct argp argp = {
        table, parse_one,
        NULL,  "Sends a function to a second process, to be run there.",
        NULL,  NULL,
        NULL};
    struct options o = {.serve_fd = -1};
    struct registry registry = {.n_functions = 0};
    FILE *socket;
    int status;

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, &o);
    functions_register(&registry, o.wraps, o.serve_fd < 0);
    if (o.serve_fd >= 0) {
        serve(&o, &registry);
        return 0;
    }
    pid_t second = start_second(&o, &socket);
    send_funcB(&o, socket);
    fclose(socket);
    must(waitpid(second, &status, 0) == second ? 0 : errno);
    if (WIFSIGNALED(status))
        printf("the second process was ended by: %s\n",
               strsignal(WTERMSIG(status)));
    finish_stdout();
    return 0;
}
