/* A server that stands still, with its connections open.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "clock.h"
#include "far/server/server.h"

/* A signal takes effect some time after it was sent.  A backend that has ended is a
 * zombie, and stays one while its parent stands still.
 */
static void
until_stopped(pid_t pid)
{
    static const char still[] = "TZX";
    char path[64], state = 'R';

    snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
    while (!strchr(still, state)) {
        FILE *file = fopen(path, "re");
        if (!file)
            return;
        if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
            state = 'X';
        fclose(file);
        if (!strchr(still, state))
            clock_nap(NS_PER_MS / 10);
    }
}

static void
pause_one(pid_t pid, bool still)
{
    if (!kill(pid, still ? SIGSTOP : SIGCONT) && still)
        until_stopped(pid);
}

/* The first is a child of this process, which learns when all its threads stand.
 * PostgreSQL's backends are children of it, each with a group of its own.
 */
void
server_pause(const struct server *s, bool still)
{
    siginfo_t info;
    int child;
    char path[64];

    if (!kill(s->pid, still ? SIGSTOP : SIGCONT) && still)
        waitid(P_PID, (id_t)s->pid, &info, WSTOPPED | WEXITED | WNOWAIT);
    snprintf(path, sizeof(path), "/proc/%d/task/%d/children", (int)s->pid,
             (int)s->pid);
    FILE *list = fopen(path, "re");
    if (!list)
        return;
    while (fscanf(list, "%d", &child) == 1)
        pause_one(child, still);
    fclose(list);
}
