/* Runs a program with one seed after the other, until it hangs.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "die.h"
#include "whyhang/tries.h"

enum { HANGS = 3, NOT_FOUND = 127 };

static int
run(char **program, uint64_t seed)
{
    char text[24];
    int status;

    snprintf(text, sizeof(text), "%" PRIu64, seed);
    setenv("WHYHANG_SHAKE", text, 1);
    pid_t child = fork();
    if (child < 0)
        die("no process: %s", strerror(errno));
    if (child == 0) {
        execvp(program[0], program);
        fprintf(stderr, "whyhang: '%s': %s\n", program[0], strerror(errno));
        _exit(NOT_FOUND);
    }
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            die("waitpid: %s", strerror(errno));
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int
tries_run(char **program, uint64_t seed, uint64_t n)
{
    int failed = 0;

    for (uint64_t i = 0; i < n; i++) {
        int status = run(program, seed + i);
        if (status == NOT_FOUND)
            return 1;
        failed = failed ? failed : status;
        if (status == HANGS) {
            fprintf(stderr,
                    "whyhang: it hung at try %" PRIu64 ", by --shake=%" PRIu64
                    "\n",
                    i + 1, seed + i);
            return HANGS;
        }
    }
    fprintf(stderr, "whyhang: it did not hang in %" PRIu64 " tries\n", n);
    return failed;
}
