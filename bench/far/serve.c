/* Servers for a run of the bench: one of each engine, ended with this process.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "bench/far/far.h"
#include "die.h"
#include "far/server.h"

static struct {
    const char *kind, *url;
    bool is_left_out;
} engines[] = {{"redis", "unix:", false}, {"postgres", "postgresql:", false}};

void
far_serve_except(const char *kind)
{
    for (size_t i = 0; i < ARRAY_LEN(engines); i++)
        engines[i].is_left_out |= !strcmp(engines[i].kind, kind);
}

/* Prints what became of it. */
static void
start(struct server *s, const char *kind, const char *url)
{
    int error = far_knows(url) ? server_start(s, kind) : ENOENT;

    if (!error)
        printf("%s %d %s\n", kind, (int)s->pid, s->url);
    else if (error == ENOENT)
        printf("%s 0 -\n", kind);
    else
        warn_line("%s does not start: %s", kind, strerror(error));
}

/* The signals that end it are blocked before the first server, and taken when all
 * have started; the servers get their own signals back.
 */
int
far_serve(void)
{
    struct server servers[ARRAY_LEN(engines)] = {{.pid = 0}};
    sigset_t ends;
    int signal;

    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGHUP);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    for (size_t i = 0; i < ARRAY_LEN(engines); i++)
        if (!engines[i].is_left_out)
            start(&servers[i], engines[i].kind, engines[i].url);
    puts("ready");
    fflush(stdout);
    sigwait(&ends, &signal);
    for (size_t i = 0; i < ARRAY_LEN(engines); i++)
        if (servers[i].pid)
            server_end(&servers[i]);
    return 0;
}
