/* What remains of a bench that is killed.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/report/results.h"
#include "die.h"
#include "guardian.h"

static int to_guardian = -1;

/* In a session of its own, which no Ctrl-C of the terminal reaches. */
__attribute__((noreturn)) static void
guard(const struct bench *bench, int from_bench)
{
    static struct bench mine;
    char byte;
    ssize_t n;

    setsid();
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    do
        n = read(from_bench, &byte, 1);
    while (n < 0 && errno == EINTR);
    if (n == 1)
        _exit(0);
    mine = *bench;
    if (results_rescue(&mine))
        warn_line("it ended early; what had finished by then is in '%s'",
                  mine.folder);
    _exit(0);
}

/* Forked twice: the guardian is no child of the bench. */
void
guardian_begin(const struct bench *bench)
{
    int ends[2];

    fflush(NULL);
    if (pipe2(ends, O_CLOEXEC))
        return;
    pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        if (fork() == 0)
            guard(bench, ends[0]);
        _exit(0);
    }
    close(ends[0]);
    to_guardian = ends[1];
    while (child > 0 && waitpid(child, NULL, 0) < 0 && errno == EINTR)
        continue;
}

void
guardian_end(void)
{
    if (to_guardian >= 0 && write(to_guardian, "", 1) == 1)
        close(to_guardian);
    to_guardian = -1;
}
