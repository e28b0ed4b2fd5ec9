/* What an engine gives to far.c: a folder each, the same functions.
 * SPDX-License-Identifier: MIT
 *
 * Every function but open works on a connection of open's.  Each returns 0 or an
 * error number; ENOTCONN says that the connection is of no more use.
 */
#ifndef DOORBELL_FAR_ENGINES_ENGINE_H
#define DOORBELL_FAR_ENGINES_ENGINE_H

#include <stdatomic.h>

#include "far/far.h"

/* A server that sends no answer for this long counts as broken. */
#define FAR_STALL_NS (5 * NS_PER_S)

/* What was asked: commands, and how often an answer was waited for. */
struct far_counts {
    atomic_ullong asked, trips;
};

static inline void
far_count(struct far_counts *counts, unsigned asked, unsigned trips)
{
    atomic_fetch_add(&counts->asked, asked);
    atomic_fetch_add(&counts->trips, trips);
}

struct far_engine {
    const char *scheme, *also; /* how a URL of it begins; or NULL */
    unsigned lacks;            /* of enum far_lack */
    /* Counts, in what outlives the connection, all that it asks. */
    int (*open)(const struct far_options *options, struct far_counts *counts,
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
    /* The same for n at once, at most FAR_BATCH; NULL where it cannot.  put_n fills
     * in what became of each.  look_n gets from 1 to n, or EAGAIN.
     */
    int (*put_n)(void *connection, struct far_entry *entries, size_t n);
    int (*look_n)(void *connection, struct far_item *items, size_t n,
                  size_t *n_got);
    int (*done_n)(void *connection, const struct far_item *items, size_t n);
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

/* The engine that a URL names, or NULL. */
const struct far_engine *far_engine_of(const char *url);

extern const struct far_engine far_redis, far_postgres, far_nats, far_rabbitmq;

#endif
