/* The far queue over Redis: a stream, a group of workers, and a list of the dead.
 * SPDX-License-Identifier: MIT
 *
 * How it works: XREADGROUP hands an entry to one worker and keeps it pending;
 * with BLOCK it is also how a worker waits.  XACK and XDEL end it.  An entry that
 * is pending for longer than the lease is taken over by XAUTOCLAIM, which is
 * asked twice per lease.  Steps that a crash must not part are one script, which
 * Redis runs whole.  Field a counts the attempts before a requeue; XPENDING has
 * those since.
 */
#ifndef DOORBELL_FAR_ENGINES_REDIS_REDIS_H
#define DOORBELL_FAR_ENGINES_REDIS_REDIS_H

#include <hiredis/hiredis.h>

#include "far/engines/engine.h"

struct redis {
    redisContext *context;
    struct far_counts *counts;
    char stream[FAR_NAME + 16], keys[FAR_NAME + 32], dead[FAR_NAME + 32];
    unsigned capacity;
    int64_t lease_ns, claimed_ns; /* the last time that no lease had ended */
    char cursor[FAR_TICKET];      /* where XAUTOCLAIM goes on */
};

/* Connects to unix:PATH or redis://[USER:PASSWORD@]HOST[:PORT], and says the
 * password; 0, ENOTCONN, EINVAL for a URL that is neither, or EIO.
 */
int redis_connect(struct redis *r, const char *url);

/* How long the next commands may take: ns beyond the time of a broken server. */
int redis_allow(struct redis *r, int64_t ns);

/* Asks, as redisCommand does, and counts it.  NULL when the connection broke. */
redisReply *redis_ask(struct redis *r, const char *format, ...);

/* What an answer means: 0, ENOTCONN or EIO. */
int redis_error(const redisReply *reply);

/* The same, where the answer is a number, or of no interest; frees it. */
int redis_number(redisReply *reply, long long *value);

/* The same for n words, each of any bytes. */
redisReply *redis_ask_words(struct redis *r, const char **words, int n);

/* Of the engine; in put.c, get.c and done.c. */
int redis_put(void *connection, const char *key, const char *body);
int redis_look(void *connection, struct far_item *item);
int redis_wait(void *connection, struct far_item *item, int64_t ns);
int redis_done(void *connection, const struct far_item *item);
int redis_put_n(void *connection, struct far_entry *entries, size_t n);
int redis_look_n(void *connection, struct far_item *items, size_t n,
                 size_t *n_got);
int redis_done_n(void *connection, const struct far_item *items, size_t n);

#endif
