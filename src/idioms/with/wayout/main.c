/* wayout: takes every way out of one mechanism's block, each in a child.
 * SPDX-License-Identifier: MIT
 *
 * usage: wayout [WAY]
 * A line a way: its name and what became of the clean-up.
 *   runs       once for each thing that was made
 *   runs*      so, but break or continue left the block and not the loop
 *   skipped    not at all
 *   undefined  on a thing that was never made, more than once, or it crashed
 */
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "seen.h"
#include "way.h"

enum { LIMIT_S = 10 };

static const char *const names[N_WAYS] = {
    [WAY_END] = "end",
    [WAY_RETURN] = "return",
    [WAY_BREAK] = "break",
    [WAY_CONTINUE] = "continue",
    [WAY_GOTO_OUT] = "goto out",
    [WAY_GOTO_IN] = "goto in",
    [WAY_ERROR] = "error code",
    [WAY_LONGJMP] = "longjmp",
    [WAY_PTHREAD_EXIT] = "pthread_exit",
    [WAY_PTHREAD_CANCEL] = "pthread_cancel",
    [WAY_EXIT] = "exit",
    [WAY_QUICK_EXIT] = "_exit",
    [WAY_ABORT] = "abort",
    [WAY_SIGNAL] = "signal",
};

/* Ends the child at once: what some ways leave behind on the stack should do
 * no more harm than is seen.
 */
static void *
run(void *way)
{
    if (!setjmp(outside))
        seen->turns = leave_by(*(enum way *)way);
    _exit(0);
}

static void
be_the_child(enum way way)
{
    static const struct rlimit no_core;
    pthread_t thread;

    setrlimit(RLIMIT_CORE, &no_core);
    alarm(LIMIT_S);
    if (!pthread_create(&thread, NULL, run, &way))
        pthread_join(thread, NULL);
    _exit(0);
}

static const char *
judge(enum way way, int status)
{
    bool crashed = WIFSIGNALED(status) && way != WAY_ABORT && way != WAY_SIGNAL;
    bool stayed = (way == WAY_BREAK && seen->turns > 0) ||
                  (way == WAY_CONTINUE && seen->n_behind > 0);

    if (crashed || seen->n_never_made || seen->n_undone > seen->n_made)
        return "undefined";
    if (seen->n_undone < seen->n_made)
        return "skipped";
    return stayed ? "runs*" : "runs";
}

static const char *
outcome(enum way way)
{
    int status;

    memset(seen, 0, sizeof(*seen));
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        be_the_child(way);
    if (child < 0 || waitpid(child, &status, 0) != child) {
        perror("wayout");
        exit(1);
    }
    return judge(way, status);
}

int
main(int argc, char **argv)
{
    seen = mmap(NULL, sizeof(*seen), PROT_READ | PROT_WRITE,
                MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (seen == MAP_FAILED) {
        perror("wayout");
        return 1;
    }
    for (int way = 0; way < N_WAYS; way++)
        if (argc < 2 ? way != WAY_GOTO_IN : !strcmp(argv[1], names[way]))
            printf("%s\t%s\n", names[way], outcome((enum way)way));
    return 0;
}
