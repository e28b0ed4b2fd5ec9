/* A Redis of one's own: on a unix socket, each command written to disk.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "far/server/kind.h"

#define PROGRAM "/usr/bin/redis-server"

static bool
is_there(void)
{
    return !access(PROGRAM, X_OK);
}

static int
prepare(struct server *s)
{
    snprintf(s->url, sizeof(s->url), "unix:%s/socket", s->folder);
    return 0;
}

static pid_t
run(struct server *s)
{
    return server_spawn(s,
                        (const char *[]){PROGRAM, "--port", "0", "--unixsocket",
                                         "socket", "--unixsocketperm", "700",
                                         "--save", "", "--appendonly", "yes",
                                         "--appendfsync", "always", NULL});
}

const struct server_kind server_redis = {
    .name = "redis",
    .scheme = "unix:",
    .is_there = is_there,
    .prepare = prepare,
    .run = run,
    .end_signal = SIGINT,
};
