/* jobs: a function is sent by name to a second process, and run there.
 * SPDX-License-Identifier: MIT
 *
 * Two functions, funcA and funcB, are wrapped and registered in both
 * processes.  A wrapper that is called "wrapper" breaks that: the second one
 * finds its name taken, and who sends funcB gets funcA.  wraps mends it.  With
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

#include "array_len.h"
#include "die.h"
#include "job.h"
#include "must.h"

static int
funcA(void)
{
    return 10;
}

static int
funcB(void)
{
    return 20;
}

static int
wrapper_of_funcA(void)
{
    return funcA();
}

static int
wrapper_of_funcB(void)
{
    return funcB();
}

static const struct callable plain[] = {
    CALLABLE(funcA, "int(void)", "Gives 10."),
    CALLABLE(funcB, "int(void)", "Gives 20."),
};
static struct callable wrapper[] = {
    {(any_function)wrapper_of_funcA, "wrapper", NULL, NULL, NULL},
    {(any_function)wrapper_of_funcB, "wrapper", NULL, NULL, NULL},
};

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

/* Both processes do this: they are two runs of one program. */
static void
register_all(struct registry *registry, const struct options *o)
{
    for (size_t i = 0; i < ARRAY_LEN(wrapper); i++) {
        if (o->wraps)
            wraps(&wrapper[i], &plain[i]);
        int error = registry_add(registry, &wrapper[i]);
        if (error && o->serve_fd < 0) /* the second one says the same */
            warn_line("%s is not registered: '%s': %s", plain[i].name,
                      wrapper[i].name, strerror(error));
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
    const struct callable *sent = &wrapper[1];
    int came =
        o->address
            ? job_call_address(socket, (uintptr_t)plain[1].address, answer)
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
    register_all(&registry, &o);
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
