/* A kind of server: how one is prepared and run.  For the files of this folder.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_FAR_SERVER_KIND_H
#define DOORBELL_FAR_SERVER_KIND_H

#include "far/server/server.h"

struct server_kind {
    const char *name, *scheme; /* as a URL of it begins */
    bool (*is_there)(void);
    /* Fills the folder, once, and says the URL: 0 or an error number. */
    int (*prepare)(struct server *s);
    pid_t (*run)(struct server *s); /* -1: errno says why not */
    /* Whether it has written down that there is this queue; NULL: at once. */
    bool (*has_recorded)(const struct server *s, const char *queue);
    int end_signal; /* how it gives back what it shares */
    bool refuses_root;
};

extern const struct server_kind server_redis, server_postgres, server_nats,
    server_rabbitmq;

/* Starts a program in the folder, whose talk goes to the log there. */
pid_t server_spawn(const struct server *s, const char *const *arguments);

/* Runs such a program to its end: 0, EIO if it fails, or an error number. */
int server_spawn_and_wait(const struct server *s, const char *const *arguments);

/* The folder becomes that of the user for which stop_being_root is. */
int server_give_folder(const struct server *s);

/* From now on the folder goes when this process ends, in whatever way: 0 or an error
 * number.  And removes it now, with its guard.
 */
int server_guard(struct server *s);
void server_remove_folder(struct server *s);

/* A port of the loopback that is free now, and a random password: 0 or an error
 * number.
 */
int server_find_port(unsigned *port);
int server_set_password(struct server *s);

/* Writes a file in the folder that only this user can read. */
__attribute__((format(printf, 3, 4))) int
server_write(const struct server *s, const char *name, const char *format, ...);

#endif
