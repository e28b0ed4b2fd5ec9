/* Servers for a run of the bench: one of each engine, ended with this process.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "bench/far/far.h"
#include "die.h"
#include "far/server/server.h"
#include "process.h"

enum { MOST = 8 };

static struct server servers[MOST];
static bool is_left_out[MOST];

void
far_serve_except(const char *name)
{
    for (size_t i = 0; server_name(i); i++)
        is_left_out[i] |= !strcmp(server_name(i), name);
}

/* Prints what became of it. */
static void
start(struct server *s, const char *name)
{
    int error = server_start(s, name);

    if (!error)
        printf("%s %d %s\n", name, (int)s->pid, s->url);
    else if (error == ENOENT)
        printf("%s 0 -\n", name);
    else
        warn_line("%s does not start: %s", name, strerror(error));
}

/* What RabbitMQ's helpers leave behind becomes ours, not the bench's.
 * The signals that end it are blocked before the first server, and taken when all
 * have started; the servers get their own signals back.
 */
int
far_serve(void)
{
    sigset_t ends;
    int signal;

    process_adopt_strays();
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGHUP);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    for (size_t i = 0; server_name(i); i++)
        if (!is_left_out[i])
            start(&servers[i], server_name(i));
    puts("ready");
    fflush(stdout);
    sigwait(&ends, &signal);
    for (size_t i = 0; i < MOST; i++)
        if (servers[i].pid)
            server_end(&servers[i]);
    process_end_strays(0);
    return 0;
}
