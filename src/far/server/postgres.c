/* A PostgreSQL of one's own: on a unix socket, with a database of its own.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "far/server/kind.h"

static const char *const folders[] = {"/usr/lib/postgresql/17/bin",
                                      "/usr/lib/postgresql/16/bin",
                                      "/usr/lib/postgresql/15/bin",
                                      "/usr/lib/postgresql/14/bin", NULL};

static const char *
folder(void)
{
    for (size_t i = 0; folders[i]; i++)
        if (!access(folders[i], X_OK))
            return folders[i];
    return NULL;
}

static bool
is_there(void)
{
    return folder() != NULL;
}

static int
prepare(struct server *s)
{
    char program[128];
    int error = server_give_folder(s);

    snprintf(s->url, sizeof(s->url),
             "postgresql:///postgres?host=%s&user=doorbell", s->folder);
    snprintf(program, sizeof(program), "%s/initdb", folder());
    if (error)
        return error;
    return server_spawn_and_wait(s,
                                 (const char *[]){program, "-D", "data", "-A",
                                                  "trust", "-U", "doorbell",
                                                  "-E", "UTF8", "--no-sync",
                                                  "--locale=C", NULL});
}

static pid_t
run(struct server *s)
{
    char program[128];

    snprintf(program, sizeof(program), "%s/postgres", folder());
    return server_spawn(s,
                        (const char *[]){program, "-D", "data", "-k", s->folder,
                                         "-c", "listen_addresses=", "-c",
                                         "max_connections=250", NULL});
}

const struct server_kind server_postgres = {
    .name = "postgres",
    .scheme = "postgresql:",
    .is_there = is_there,
    .prepare = prepare,
    .run = run,
    .end_signal = SIGINT,
    .refuses_root = true,
};
