/* What every kind of server needs: a process, a user, a port, a file.
 * SPDX-License-Identifier: MIT
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include "far/server/kind.h"
#include "process.h"
#include "random.h"

/* The limit only ends a hang: initdb takes a second, or half a minute when the
 * machine is busy.
 */
enum { SPAWN_LIMIT_MS = 300000, PORT_FIRST = 20000, N_PORTS = 10000 };

static const struct passwd *
other_user(void)
{
    const struct passwd *user = getpwnam("postgres");

    return user ? user : getpwnam("nobody");
}

int
server_give_folder(const struct server *s)
{
    const struct passwd *user = other_user();

    if (getuid() != 0)
        return 0;
    return user && !chown(s->folder, user->pw_uid, user->pw_gid) ? 0 : EPERM;
}

/* A change of user forgets the signal that comes with the parent's end. */
static void
stop_being_root(pid_t parent)
{
    const struct passwd *user = other_user();

    if (!user || setgroups(0, NULL) || setgid(user->pw_gid) ||
        setuid(user->pw_uid))
        _exit(1);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
}

pid_t
server_spawn(const struct server *s, const char *const *arguments)
{
    pid_t parent = getpid();
    pid_t child = fork();

    if (child != 0)
        return child;
    process_begin_child(parent);
    if (s->kind->refuses_root && getuid() == 0)
        stop_being_root(parent);
    if (chdir(s->folder))
        _exit(1);
    int log = open("log", O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (log < 0 || dup2(log, 1) < 0 || dup2(log, 2) < 0)
        _exit(1);
    execv(arguments[0], (char *const *)arguments);
    _exit(127);
}

int
server_spawn_and_wait(const struct server *s, const char *const *arguments)
{
    pid_t child = server_spawn(s, arguments);

    if (child < 0)
        return errno;
    process_wait(child, SPAWN_LIMIT_MS);
    return process_end(child, NULL) ? EIO : 0;
}

static bool
port_is_free(unsigned port)
{
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool is_free = fd >= 0 && !bind(fd, (struct sockaddr *)&at, sizeof(at));

    if (fd >= 0)
        close(fd);
    return is_free;
}

/* Below the ports that the kernel gives to outgoing connections, so that it is
 * still free when a killed server runs again.
 */
int
server_find_port(unsigned *port)
{
    uint64_t random;

    if (getrandom(&random, sizeof(random), 0) != sizeof(random))
        return EIO;
    for (unsigned i = 0; i < N_PORTS; i++) {
        *port = PORT_FIRST + (unsigned)random_below(&random, N_PORTS);
        if (port_is_free(*port))
            return 0;
    }
    return EADDRINUSE;
}

int
server_set_password(struct server *s)
{
    uint64_t random;

    if (getrandom(&random, sizeof(random), 0) != sizeof(random))
        return EIO;
    snprintf(s->password, sizeof(s->password), "p%016llx",
             (unsigned long long)random);
    return 0;
}

int
server_write(const struct server *s, const char *name, const char *format, ...)
{
    char path[128];
    va_list values;

    snprintf(path, sizeof(path), "%s/%s", s->folder, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
    if (!file)
        return errno;
    va_start(values, format);
    vfprintf(file, format, values);
    va_end(values);
    return fclose(file) ? errno : 0;
}
