/* A server of one's own leaves nothing behind, however its owner ends.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "engines.h"

/* Starts a server of its own, says where, and is killed with it. */
static void
start_and_die(struct server *s, const char *name)
{
    struct server mine;

    if (server_start(&mine, name))
        _exit(1);
    memcpy(s, &mine, sizeof(mine));
    raise(SIGKILL);
}

/* This process starts no server itself: a library may leave threads behind, and a
 * child of a process with threads is to start none.
 */
static void
is_gone_after(const char *name)
{
    struct server *s = mmap(NULL, sizeof(*s), PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int status;

    check(s != MAP_FAILED, "no memory");
    pid_t child = fork();
    check(child >= 0, "no child");
    if (child == 0)
        start_and_die(s, name);
    check(waitpid(child, &status, 0) == child && WIFSIGNALED(status),
          "%s: the owner was not killed: %d", name, status);
    check(s->folder[0], "%s: it said no folder", name);
    while (!access(s->folder, F_OK))
        clock_nap(NS_PER_MS); /* the test's limit ends it */
    munmap(s, sizeof(*s));
}

TEST(server, its_folder_goes_when_its_owner_is_killed)
{
    for (size_t i = 0; server_name(i); i++)
        if (engine_is_tested(server_name(i)))
            is_gone_after(server_name(i));
}

/* A parent with a child that has ended, and that it does not wait for. */
static pid_t
parent_of_a_zombie(void)
{
    int ended[2];
    char byte;

    if (pipe(ended))
        return -1;
    pid_t parent = fork();
    if (parent == 0) {
        if (fork() == 0)
            _exit(0);
        close(ended[1]);
        for (;;)
            pause();
    }
    /* Closed by both: the child is a zombie, or about to be one. */
    close(ended[1]);
    (void)!read(ended[0], &byte, 1);
    close(ended[0]);
    return parent;
}

/* A server's backend may have ended just before the server was stopped. */
TEST(server, stands_still_with_a_child_that_has_ended)
{
    struct server s = {.pid = parent_of_a_zombie()};

    server_pause(&s, true);
    server_pause(&s, false);
    kill(s.pid, SIGKILL);
    check(waitpid(s.pid, NULL, 0) == s.pid, "no such parent");
}
