/* The folder of a server, which goes when this process ends, in whatever way.
 * SPDX-License-Identifier: MIT
 *
 * How it works: a child waits for the end of a pipe whose other side only this
 * process and its children hold.  Killed or not, they lose it when they end.
 * The child has a process group of its own, so that a signal for ours spares it.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "far/server/kind.h"
#include "tree.h"

enum { TRIES = 1000 };

/* A server that is being killed may still write. */
static void
remove_folder(const char *folder)
{
    for (int i = 0; i < TRIES; i++) {
        tree_remove(folder);
        if (access(folder, F_OK))
            return;
        clock_nap(10 * NS_PER_MS);
    }
}

__attribute__((noreturn)) static void
stand_guard(const char *folder, int ends)
{
    sigset_t all;
    char byte;

    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    setpgid(0, 0);
    dup2(ends, 0);
    close_range(1, ~0U, 0);
    while (read(0, &byte, 1) < 0 && errno == EINTR)
        continue;
    remove_folder(folder);
    _exit(0);
}

int
server_guard(struct server *s)
{
    int ends[2];

    if (pipe2(ends, O_CLOEXEC))
        return errno;
    s->guard = fork();
    if (s->guard == 0) {
        close(ends[1]);
        stand_guard(s->folder, ends[0]);
    }
    close(ends[0]);
    s->guard_end = ends[1];
    return s->guard < 0 ? errno : 0;
}

void
server_remove_folder(struct server *s)
{
    if (s->folder[0])
        remove_folder(s->folder);
    s->folder[0] = '\0';
    if (s->guard > 0) {
        close(s->guard_end);
        kill(s->guard, SIGKILL);
        while (waitpid(s->guard, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    s->guard = 0;
}
