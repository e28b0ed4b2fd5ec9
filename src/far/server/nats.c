/* A NATS server of one's own: on the loopback, with JetStream in its folder.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "far/server/kind.h"

static const char *const programs[] = {"/usr/sbin/nats-server",
                                       "/usr/bin/nats-server", NULL};

static const char *
program(void)
{
    for (size_t i = 0; programs[i]; i++)
        if (!access(programs[i], X_OK))
            return programs[i];
    return NULL;
}

static bool
is_there(void)
{
    return program() != NULL;
}

static int
prepare(struct server *s)
{
    int error = server_find_port(&s->ports[0]);

    if (!error)
        error = server_set_password(s);
    snprintf(s->url, sizeof(s->url), "nats://doorbell:%s@127.0.0.1:%u",
             s->password, s->ports[0]);
    if (error)
        return error;
    return server_write(s, "conf",
                        "listen: \"127.0.0.1:%u\"\n"
                        "authorization { user: doorbell, password: \"%s\" }\n"
                        "jetstream { store_dir: \"data\" }\n",
                        s->ports[0], s->password);
}

static pid_t
run(struct server *s)
{
    return server_spawn(s, (const char *[]){program(), "-c", "conf", NULL});
}

const struct server_kind server_nats = {
    .name = "nats",
    .scheme = "nats://",
    .is_there = is_there,
    .prepare = prepare,
    .run = run,
    .end_signal = SIGINT,
};
