/* A server of one's own.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "clock.h"
#include "far/far.h"
#include "far/server/kind.h"
#include "process.h"

enum { START_LIMIT_MS = 60000, END_LIMIT_MS = 5000 };

static const struct server_kind *const kinds[] = {&server_redis,
                                                  &server_postgres,
                                                  &server_nats,
                                                  &server_rabbitmq, NULL};

static const struct server_kind *
find(const char *name)
{
    size_t i = 0;

    while (kinds[i] && strcmp(kinds[i]->name, name) != 0)
        i++;
    return kinds[i];
}

const char *
server_name(size_t i)
{
    return kinds[i] ? kinds[i]->name : NULL;
}

bool
server_is_there(const char *name)
{
    const struct server_kind *kind = find(name);

    return kind && far_knows(kind->scheme) && kind->is_there();
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
            s->pid = s->kind->run(s);
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

int
server_start(struct server *s, const char *name)
{
    *s = (struct server){.kind = find(name)};
    if (!server_is_there(name))
        return ENOENT;
    s->name = s->kind->name;
    snprintf(s->folder, sizeof(s->folder), "/tmp/doorbell-far-XXXXXX");
    int error = mkdtemp(s->folder) ? s->kind->prepare(s) : errno;
    if (!error)
        error = server_run(s);
    if (error)
        server_end(s);
    return error;
}

void
server_record(const struct server *s, const char *queue)
{
    while (s->kind->has_recorded && !s->kind->has_recorded(s, queue))
        clock_nap(NS_PER_MS);
}

void
server_kill(struct server *s)
{
    if (s->pid)
        process_end(s->pid, NULL);
    s->pid = 0;
}

/* A signal takes effect some time after it was sent. */
static void
until_stopped(pid_t pid)
{
    char path[64], state = 'R';

    snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
    while (state != 'T') {
        FILE *file = fopen(path, "re");
        if (!file)
            return;
        if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
            state = 'T'; /* it has ended */
        fclose(file);
        if (state != 'T')
            clock_nap(NS_PER_MS / 10);
    }
}

static void
pause_one(pid_t pid, bool still)
{
    if (!kill(pid, still ? SIGSTOP : SIGCONT) && still)
        until_stopped(pid);
}

/* The first is a child of this process, which learns when all its threads stand.
 * PostgreSQL's backends are children of it, each with a group of its own.
 */
void
server_pause(const struct server *s, bool still)
{
    siginfo_t info;
    int child;
    char path[64];

    if (!kill(s->pid, still ? SIGSTOP : SIGCONT) && still)
        waitid(P_PID, (id_t)s->pid, &info, WSTOPPED | WEXITED | WNOWAIT);
    snprintf(path, sizeof(path), "/proc/%d/task/%d/children", (int)s->pid,
             (int)s->pid);
    FILE *list = fopen(path, "re");
    if (!list)
        return;
    while (fscanf(list, "%d", &child) == 1)
        pause_one(child, still);
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

void
server_end(struct server *s)
{
    if (s->pid && !kill(s->pid, s->kind->end_signal))
        process_wait(s->pid, END_LIMIT_MS);
    server_kill(s);
    if (s->helper > 0)
        process_end(s->helper, NULL);
    s->helper = 0;
    if (s->folder[0])
        nftw(s->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    s->folder[0] = '\0';
}
