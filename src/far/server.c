/* A server of one's own.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "far.h"
#include "process.h"
#include "server.h"

enum { START_LIMIT_MS = 30000, END_LIMIT_MS = 5000 };

static const char *const postgres_folders[] = {"/usr/lib/postgresql/17/bin",
                                               "/usr/lib/postgresql/16/bin",
                                               "/usr/lib/postgresql/15/bin",
                                               "/usr/lib/postgresql/14/bin",
                                               NULL};

static bool
is_redis(const char *kind)
{
    return !strcmp(kind, "redis");
}

static const char *
postgres_folder(void)
{
    for (size_t i = 0; postgres_folders[i]; i++)
        if (!access(postgres_folders[i], X_OK))
            return postgres_folders[i];
    return NULL;
}

bool
server_is_there(const char *kind)
{
    return is_redis(kind) ? !access("/usr/bin/redis-server", X_OK)
                          : postgres_folder() != NULL;
}

static const struct passwd *
other_user(void)
{
    const struct passwd *user = getpwnam("postgres");

    return user ? user : getpwnam("nobody");
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

/* Starts a program whose talk goes to the log of the folder. */
static pid_t
spawn(const struct server *s, const char *const *arguments)
{
    pid_t parent = getpid();
    pid_t child = fork();

    if (child != 0)
        return child;
    process_begin_child(parent);
    if (!is_redis(s->kind) && getuid() == 0)
        stop_being_root(parent);
    if (chdir(s->folder))
        _exit(1);
    int log = open("log", O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (log < 0 || dup2(log, 1) < 0 || dup2(log, 2) < 0)
        _exit(1);
    execv(arguments[0], (char *const *)arguments);
    _exit(127);
}

static int
make_database(const struct server *s)
{
    char program[128];

    snprintf(program, sizeof(program), "%s/initdb", postgres_folder());
    pid_t child =
        spawn(s, (const char *[]){program, "-D", "data", "-A", "trust", "-U",
                                  "doorbell", "-E", "UTF8", "--no-sync",
                                  "--locale=C", NULL});
    if (child < 0)
        return errno;
    process_wait(child, START_LIMIT_MS);
    return process_end(child, NULL) ? EIO : 0;
}

static pid_t
spawn_server(const struct server *s)
{
    char program[128];

    if (is_redis(s->kind))
        return spawn(s, (const char *[]){"/usr/bin/redis-server", "--port", "0",
                                         "--unixsocket", "socket",
                                         "--unixsocketperm", "700", "--save",
                                         "", "--appendonly", "yes",
                                         "--appendfsync", "always", NULL});
    snprintf(program, sizeof(program), "%s/postgres", postgres_folder());
    return spawn(s, (const char *[]){program, "-D", "data", "-k", s->folder,
                                     "-c", "listen_addresses=", "-c",
                                     "max_connections=250", NULL});
}

static bool
answers(const struct server *s)
{
    struct far *q;
    struct far_options options = {.url = s->url,
                                  .name = "probe",
                                  .nap_ns = NS_PER_MS,
                                  .lease_ns = NS_PER_S,
                                  .attempts = 1};

    if (far_open(&q, &options))
        return false;
    far_close(q);
    return true;
}

/* A new server may refuse to start while the killed one's children end. */
int
server_run(struct server *s)
{
    int64_t until_ns = clock_now_ns() + START_LIMIT_MS * NS_PER_MS;

    do {
        if (!s->pid)
            s->pid = spawn_server(s);
        if (s->pid < 0) {
            s->pid = 0;
            return errno;
        }
        if (answers(s))
            return 0;
        if (process_has_ended(s->pid))
            server_kill(s);
        clock_nap(20 * NS_PER_MS);
    } while (clock_now_ns() < until_ns);
    server_kill(s);
    return ETIMEDOUT;
}

static int
make_folder(struct server *s)
{
    const struct passwd *user = other_user();

    snprintf(s->folder, sizeof(s->folder), "/tmp/doorbell-far-XXXXXX");
    if (!mkdtemp(s->folder))
        return errno;
    if (is_redis(s->kind))
        snprintf(s->url, sizeof(s->url), "unix:%s/socket", s->folder);
    else
        snprintf(s->url, sizeof(s->url),
                 "postgresql:///postgres?host=%s&user=doorbell", s->folder);
    if (is_redis(s->kind) || getuid() != 0)
        return 0;
    return user && !chown(s->folder, user->pw_uid, user->pw_gid) ? 0 : EPERM;
}

int
server_start(struct server *s, const char *kind)
{
    *s = (struct server){.pid = 0};
    if (!server_is_there(kind))
        return ENOENT;
    snprintf(s->kind, sizeof(s->kind), "%s", kind);
    int error = make_folder(s);
    if (!error && !is_redis(kind))
        error = make_database(s);
    if (!error)
        error = server_run(s);
    if (error)
        server_end(s);
    return error;
}

void
server_kill(struct server *s)
{
    if (s->pid)
        process_end(s->pid, NULL);
    s->pid = 0;
}

/* PostgreSQL's backends are children, each with a group of its own. */
void
server_pause(const struct server *s, bool still)
{
    int how = still ? SIGSTOP : SIGCONT, child;
    char path[64];

    kill(s->pid, how);
    snprintf(path, sizeof(path), "/proc/%d/task/%d/children", (int)s->pid,
             (int)s->pid);
    FILE *list = fopen(path, "re");
    if (!list)
        return;
    while (fscanf(list, "%d", &child) == 1)
        kill(child, how);
    fclose(list);
}

static int
remove_one(const char *path, const struct stat *status, int kind,
           struct FTW *where)
{
    (void)status;
    (void)kind;
    (void)where;
    return remove(path);
}

/* SIGINT is how PostgreSQL gives back what it shares; Redis ends as well. */
void
server_end(struct server *s)
{
    if (s->pid && !kill(s->pid, SIGINT))
        process_wait(s->pid, END_LIMIT_MS);
    server_kill(s);
    if (s->folder[0])
        nftw(s->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    s->folder[0] = '\0';
}
