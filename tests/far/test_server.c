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

static void
gone(struct server *s, struct far_options *o)
{
    struct server *other = mmap(NULL, sizeof(*other), PROT_READ | PROT_WRITE,
                                MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int status;

    if (o->wait == FAR_NAP)
        return; /* once is enough */
    check(other != MAP_FAILED, "no memory");
    pid_t child = fork();
    check(child >= 0, "no child");
    if (child == 0)
        start_and_die(other, s->name);
    check(waitpid(child, &status, 0) == child && WIFSIGNALED(status),
          "the owner was not killed: %d", status);
    check(other->folder[0], "it said no folder");
    while (!access(other->folder, F_OK))
        clock_nap(NS_PER_MS); /* the test's limit ends it */
    munmap(other, sizeof(*other));
}

TEST(server, its_folder_goes_when_its_owner_is_killed)
{
    on_each_engine(gone);
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
