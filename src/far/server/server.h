/* A server of one's own: in a private folder, for this user, ended with us.
 * SPDX-License-Identifier: MIT
 *
 *     error = server_start(&s, "redis");
 *     far_open(&q, &(struct far_options){.url = s.url, ...});
 *     server_kill(&s);            as a crash would, with SIGKILL
 *     server_run(&s);             and again, with what it had written
 *     server_end(&s);
 *
 * Redis and PostgreSQL listen on a unix socket in the folder.  NATS and RabbitMQ
 * have none: they listen on a free port of the loopback, and ask for a random
 * password.  RabbitMQ has a helper, which is ended with it.
 * No server needs root; PostgreSQL refuses to be root, so that it then runs as the
 * user postgres, or nobody.  The kernel kills a server when the thread that
 * started it ends, also by SIGKILL, and a guard then removes its folder below /tmp.
 */
#ifndef DOORBELL_FAR_SERVER_SERVER_H
#define DOORBELL_FAR_SERVER_SERVER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct server_kind;

enum { SERVER_PORTS = 3 };

struct server {
    const struct server_kind *kind;
    const char *name;
    char folder[64], url[160], password[24];
    unsigned ports[SERVER_PORTS]; /* the first is for clients; 0: none */
    pid_t pid, helper;            /* 0 while it does not run */
    pid_t guard;                  /* of the folder; 0: none */
    int guard_end;
};

/* The names of the engines, from 0 on; NULL after the last. */
const char *server_name(size_t i);

/* Whether this build speaks to it, and its program is installed. */
bool server_is_there(const char *name);

/* Makes the folder and runs the server.  Returns 0, ENOENT when it is not
 * installed, ETIMEDOUT when it does not answer in time, or what failed.
 */
int server_start(struct server *s, const char *name);

/* Runs it on its folder, and waits until it answers. */
int server_run(struct server *s);

/* Waits until the server has written down that there is this queue.  RabbitMQ 3.10
 * does so after half a second at rest, and a kill before that loses the queue.
 */
void server_record(const struct server *s, const char *queue);

/* Kills it with SIGKILL; the folder stays. */
void server_kill(struct server *s);

/* Stops or continues it, so that it stands still with its connections open. */
void server_pause(const struct server *s, bool still);

/* Ends it, and removes its folder. */
void server_end(struct server *s);

#endif
