/* The servers that the tests share: one of each engine, from before the first test
 * until after the last.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engines.h"
#include "process.h"

enum { WORDS_MAX = 16 };

static pid_t serving;

/* "far --serve" without the engines that are not tested. */
static void
serve(pid_t parent, int out)
{
    char *words[WORDS_MAX] = {BUILD "/bin/far", "--serve"};
    size_t n = 2;

    process_begin_child(parent);
    for (size_t i = 0; server_name(i); i++)
        if (!engine_is_tested(server_name(i))) {
            words[n++] = "--except";
            words[n++] = (char *)server_name(i);
        }
    if (dup2(out, STDOUT_FILENO) >= 0)
        execv(words[0], words);
    _exit(126);
}

static void
share(const char *line)
{
    char name[16], url[160], variable[32];

    if (sscanf(line, "%15s %*d %159s", name, url) != 2 || !strcmp(url, "-"))
        return;
    snprintf(variable, sizeof(variable), SHARED_URL "%s", name);
    setenv(variable, url, 1);
}

/* In a process of its own: this one stays without a library's threads.  An engine
 * that does not start is started by each test, which then says so.
 */
static void
begin(void)
{
    char line[256] = "";
    int ends[2];
    pid_t parent = getpid();

    if (pipe(ends))
        return;
    serving = fork();
    if (serving == 0)
        serve(parent, ends[1]);
    close(ends[1]);
    FILE *list = fdopen(ends[0], "r");
    while (list && strcmp(line, "ready\n") && fgets(line, sizeof(line), list))
        share(line);
    if (list)
        fclose(list);
}

static void
end(void)
{
    if (serving > 0 && !kill(serving, SIGTERM))
        waitpid(serving, NULL, 0);
}

BEFORE_ALL(begin)
AFTER_ALL(end)
