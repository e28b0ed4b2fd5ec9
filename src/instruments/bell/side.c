/* One side of the bell.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "die.h"
#include "side.h"

static void
make_page(struct side *side)
{
    side->page_fd = memfd_create("bell", MFD_CLOEXEC);
    if (side->page_fd < 0 || ftruncate(side->page_fd, WATCHED_BYTES))
        die("a page to share: %s", strerror(errno));
    side->page = mmap(NULL, WATCHED_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED,
                      side->page_fd, 0);
    if (side->page == MAP_FAILED)
        die("a page to share: %s", strerror(errno));
}

/* In the child: stdin is the pipe, WATCHED_FD the page, and Ctrl-C in the
 * terminal is for the bell alone.
 */
__attribute__((noreturn)) static void
become(const struct side *side, int commands)
{
    char self[PATH_MAX], path[PATH_MAX + 32];
    ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);

    self[length > 0 ? length : 0] = '\0';
    snprintf(path, sizeof(path), "%s/%s", dirname(self), side->program);
    setpgid(0, 0);
    dup2(commands, STDIN_FILENO);
    if (side->page_fd == WATCHED_FD)
        fcntl(WATCHED_FD, F_SETFD, 0);
    else
        dup2(side->page_fd, WATCHED_FD);
    execl(path, path, (char *)NULL);
    _exit(127);
}

void
side_start(struct side *side, long long nap_ns)
{
    int ends[2];

    make_page(side);
    atomic_store(&side->page->nap_ns, nap_ns);
    if (pipe2(ends, O_CLOEXEC))
        die("'%s': %s", side->program, strerror(errno));
    side->pid = fork();
    if (side->pid < 0)
        die("'%s': %s", side->program, strerror(errno));
    if (side->pid == 0)
        become(side, ends[0]);
    close(ends[0]);
    side->commands = ends[1];
}

void
side_stop(struct side *side)
{
    kill(side->pid, SIGKILL);
    close(side->commands);
    while (waitpid(side->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
}

static void
command(struct side *side, char byte)
{
    if (write(side->commands, &byte, 1) != 1)
        die("'%s' has gone: %s", side->program, strerror(errno));
}

void
side_ring(struct side *side)
{
    command(side, '\n');
}

void
side_ask(struct side *side)
{
    command(side, '?');
}

void
side_set_nap(struct side *side, long long nap_ns)
{
    atomic_store(&side->page->nap_ns, nap_ns);
    command(side, 'n');
}
