/* The folder of a RabbitMQ of one's own.
 * SPDX-License-Identifier: MIT
 */
#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "far/server/rabbitmq.h"

void
rabbitmq_find_home(char home[RABBITMQ_PATH])
{
    glob_t found;

    *home = '\0';
    if (!glob("/usr/lib/rabbitmq/lib/rabbitmq_server-*", 0, NULL, &found))
        snprintf(home, RABBITMQ_PATH, "%s", found.gl_pathv[0]);
    globfree(&found);
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
    char from[2 * RABBITMQ_PATH], to[2 * RABBITMQ_PATH];
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

int
rabbitmq_prepare(struct server *s)
{
    char home[RABBITMQ_PATH];
    int error = server_set_password(s);

    for (size_t i = 0; !error && i < SERVER_PORTS; i++)
        error = server_find_port(&s->ports[i]);
    snprintf(s->url, sizeof(s->url), "amqp://doorbell:%s@127.0.0.1:%u",
             s->password, s->ports[0]);
    rabbitmq_find_home(home);
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
