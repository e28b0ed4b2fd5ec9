/* What an engine gives to far.c: a folder each, the same functions.
 * SPDX-License-Identifier: MIT
 *
 * Every function but open works on a connection of open's.  Each returns 0 or an
 * error number; ENOTCONN says that the connection is of no more use.
 */
#ifndef DOORBELL_FAR_ENGINE_H
#define DOORBELL_FAR_ENGINE_H

#include <stdatomic.h>

#include "far/far.h"

/* A server that sends no answer for this long counts as broken. */
#define FAR_STALL_NS (5 * NS_PER_S)

struct far_engine {
    const char *scheme, *also; /* how a URL of it begins; or NULL */
    unsigned lacks;            /* of enum far_lack */
    /* Adds to n_asked, which outlives the connection, for each command. */
    int (*open)(const struct far_options *options, atomic_ullong *n_asked,
                void **connection);
    int (*ping)(void *connection);
    int (*put)(void *connection, const char *key, const char *body);
    /* One look: 0, or EAGAIN when there is nothing. */
    int (*look)(void *connection, struct far_item *item);
    /* Waits until something may be there, at most for ns.  Where the engine can
     * only wait inside a look, it stores an item, and returns 0; else EAGAIN.
     */
    int (*wait)(void *connection, struct far_item *item, int64_t ns);
    int (*done)(void *connection, const struct far_item *item);
    /* Hands it out again, or makes it a dead letter. */
    int (*requeue)(void *connection, const struct far_item *item);
    int (*bury)(void *connection, const struct far_item *item);
    int (*length)(void *connection, struct far_length *length);
    /* Forgets the queue: its items, and the keys that were put. */
    int (*drop)(void *connection);
    /* Called by another thread: a wait on it ends with ENOTCONN. */
    void (*cut)(void *connection);
    void (*close)(void *connection);
};

extern const struct far_engine far_redis, far_postgres, far_nats, far_rabbitmq;

#endif
