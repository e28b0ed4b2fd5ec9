/* A RabbitMQ of one's own: on the loopback, with an epmd of its own.
 * SPDX-License-Identifier: MIT
 *
 * It is run as its script would, without the script: then the server is our child.
 * Its name server, epmd, would stay behind as a daemon; ours is a child as well.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "far/server/rabbitmq.h"

static bool
is_there(void)
{
    char home[RABBITMQ_PATH];

    rabbitmq_find_home(home);
    return *home && !access("/usr/bin/erl", X_OK) &&
           !access("/usr/bin/epmd", X_OK);
}

static pid_t
run_epmd(const struct server *s)
{
    char port[16];

    snprintf(port, sizeof(port), "%u", s->ports[1]);
    return server_spawn(s, (const char *[]){"/usr/bin/epmd", "-port", port,
                                            "-address", "127.0.0.1", NULL});
}

static pid_t
run(struct server *s)
{
    static const char *const names[] = {
        "RABBITMQ_MNESIA_BASE=%s/data",
        "RABBITMQ_LOG_BASE=%s",
        "RABBITMQ_PID_FILE=%s/pid",
        "RABBITMQ_CONFIG_FILE=%s/rabbit",
        "RABBITMQ_ENABLED_PLUGINS_FILE=%s/plugins",
        "ERL_LIBS=%s/libs",
        "HOME=%s"};
    enum { N = sizeof(names) / sizeof(*names) };
    char paths[N][160], node[64], epmd[64], home[RABBITMQ_PATH];

    rabbitmq_find_home(home);
    for (size_t i = 0; i < N; i++)
        snprintf(paths[i], sizeof(paths[i]), names[i], s->folder);
    snprintf(epmd, sizeof(epmd), "ERL_EPMD_PORT=%u", s->ports[1]);
    snprintf(node, sizeof(node), "RABBITMQ_DIST_PORT=%u", s->ports[2]);
    if (!s->helper)
        s->helper = run_epmd(s);
    return server_spawn(s,
                        (const char *[]){"/usr/bin/env",
                                         "-i",
                                         "PATH=/usr/bin:/bin",
                                         paths[0],
                                         paths[1],
                                         paths[2],
                                         paths[3],
                                         paths[4],
                                         paths[5],
                                         paths[6],
                                         epmd,
                                         node,
                                         "ERL_EPMD_ADDRESS=127.0.0.1",
                                         "RABBITMQ_LOGS=-",
                                         "RABBITMQ_NODENAME=doorbell@localhost",
                                         "RABBITMQ_CONF_ENV_FILE=/dev/null",
                                         "/usr/bin/erl",
                                         "-noinput",
                                         "-boot",
                                         "start_sasl",
                                         "-s",
                                         "rabbit",
                                         "boot",
                                         "+W",
                                         "w",
                                         "+sbwt",
                                         "none",
                                         "-syslog",
                                         "logger",
                                         "[]",
                                         "-syslog",
                                         "syslog_error_logger",
                                         "false",
                                         NULL});
}

/* Whether the table of queues on disk has the name. */
static bool
has_recorded(const struct server *s, const char *queue)
{
    static const char *const table =
        "data/doorbell@localhost/quorum/doorbell@localhost/names.dets";
    char path[2 * RABBITMQ_PATH], name[64], text[1 << 16];

    snprintf(path, sizeof(path), "%s/%s", s->folder, table);
    snprintf(name, sizeof(name), "_doorbell_%sm", queue); /* and no letter */
    FILE *file = fopen(path, "re");
    size_t n = file ? fread(text, 1, sizeof(text), file) : 0;
    if (file)
        fclose(file);
    return memmem(text, n, name, strlen(name)) != NULL;
}

const struct server_kind server_rabbitmq = {
    .name = "rabbitmq",
    .scheme = "amqp://",
    .is_there = is_there,
    .prepare = rabbitmq_prepare,
    .run = run,
    .has_recorded = has_recorded,
    .end_signal = SIGKILL, /* its folder goes with it */
};
