/* A server of one's own.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "far/far.h"
#include "far/server/kind.h"
#include "process.h"

enum { START_LIMIT_MS = 180000, END_LIMIT_MS = 5000 };

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
    int error = mkdtemp(s->folder) ? server_guard(s) : errno;
    if (!error)
        error = s->kind->prepare(s);
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

void
server_end(struct server *s)
{
    if (s->pid && !kill(s->pid, s->kind->end_signal))
        process_wait(s->pid, END_LIMIT_MS);
    server_kill(s);
    if (s->helper > 0)
        process_end(s->helper, NULL);
    s->helper = 0;
    server_remove_folder(s);
}
