/* A RabbitMQ of one's own: on the loopback, with an epmd of its own.
 * SPDX-License-Identifier: MIT
 *
 * It is run as its script would, without the script: then the server is our child.
 * Its name server, epmd, would stay behind as a daemon; ours is a child as well.
 * Without the plug-ins, which are not used, it starts in half of the CPU time.
 */
#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "far/server/kind.h"

enum { PATH_BYTES = 400 };

/* The folder of the installed server, or "". */
static void
find_home(char home[PATH_BYTES])
{
    glob_t found;

    *home = '\0';
    if (!glob("/usr/lib/rabbitmq/lib/rabbitmq_server-*", 0, NULL, &found))
        snprintf(home, PATH_BYTES, "%s", found.gl_pathv[0]);
    globfree(&found);
}

static bool
is_there(void)
{
    char home[PATH_BYTES];

    find_home(home);
    return *home && !access("/usr/bin/erl", X_OK) &&
           !access("/usr/bin/epmd", X_OK);
}

static bool
is_plugin(const char *name)
{
    return *name == '.' || (!strncmp(name, "rabbitmq_", 9) &&
                            strncmp(name, "rabbitmq_prelaunch", 18) != 0);
}

/* Links from the folder to the libraries. */
static int
link_libraries(const struct server *s, const char *home)
{
    char from[2 * PATH_BYTES], to[2 * PATH_BYTES];
    struct dirent *entry;
    int error = 0;

    snprintf(to, sizeof(to), "%s/libs", s->folder);
    snprintf(from, sizeof(from), "%s/plugins", home);
    DIR *libraries = mkdir(to, 0700) ? NULL : opendir(from);
    if (!libraries)
        return errno;
    while (!error && (entry = readdir(libraries))) {
        snprintf(from, sizeof(from), "%s/plugins/%s", home, entry->d_name);
        snprintf(to, sizeof(to), "%s/libs/%s", s->folder, entry->d_name);
        error = !is_plugin(entry->d_name) && symlink(from, to) ? errno : 0;
    }
    closedir(libraries);
    return error;
}

static int
prepare(struct server *s)
{
    char home[PATH_BYTES];
    int error = server_set_password(s);

    for (size_t i = 0; !error && i < SERVER_PORTS; i++)
        error = server_find_port(&s->ports[i]);
    snprintf(s->url, sizeof(s->url), "amqp://doorbell:%s@127.0.0.1:%u",
             s->password, s->ports[0]);
    find_home(home);
    if (!error)
        error = link_libraries(s, home);
    if (!error)
        error = server_write(s, "plugins", "[].\n");
    if (error)
        return error;
    return server_write(
        s, "rabbit.config",
        "[{rabbit, [{tcp_listeners, [{\"127.0.0.1\", %u}]},"
        " {default_user, <<\"doorbell\">>}, {default_pass, <<\"%s\">>},"
        " {collect_statistics, none}]},"
        " {ra, [{wal_max_size_bytes, 16777216}]},"
        " {kernel, [{inet_dist_use_interface, {127,0,0,1}}]}].\n",
        s->ports[0], s->password);
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
    char paths[N][160], node[64], epmd[64], home[PATH_BYTES];

    find_home(home);
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
    char path[2 * PATH_BYTES], name[64], text[1 << 16];

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
    .prepare = prepare,
    .run = run,
    .has_recorded = has_recorded,
    .end_signal = SIGKILL, /* its folder goes with it */
};
