/* The far queue over PostgreSQL: a table of jobs, and NOTIFY as the doorbell.
 * SPDX-License-Identifier: MIT
 *
 * How it works: one statement takes the oldest visible row that no other
 * statement has locked (SKIP LOCKED) and hides it for the lease.  A row whose
 * lease has ended is visible again, without a further statement.  A put notifies
 * the channel of the queue in its own transaction.
 *
 * No wake-up is lost: LISTEN is committed before the first look, and a
 * notification that arrives inside another answer is kept by libpq.  So a waiter
 * asks PQnotifies before it polls the socket.  All listeners are woken by each
 * put; those that find nothing are a herd.
 *
 * Texts are sent as parameters.  LISTEN takes none; its name is checked by far.c
 * and quoted.
 */
#ifndef DOORBELL_FAR_ENGINES_POSTGRES_POSTGRES_H
#define DOORBELL_FAR_ENGINES_POSTGRES_POSTGRES_H

#include <postgresql/libpq-fe.h>

#include "far/engines/engine.h"

struct postgres {
    PGconn *conn;
    struct far_counts *counts;
    char name[FAR_NAME], lease_ms[24], capacity[16];
};

/* Sends a statement; *rows is the caller's to clear, also on an error.  Returns
 * 0, ENOTCONN or EIO.
 */
int postgres_ask(struct postgres *p, const char *sql, int n,
                 const char *const *values, PGresult **rows);

/* The same, where the rows do not matter but their number may (or NULL). */
int postgres_tell(struct postgres *p, const char *sql, int n,
                  const char *const *values, int *n_rows);

/* Of the engine; in put.c, get.c and batch.c. */
int postgres_put(void *connection, const char *key, const char *body);
int postgres_look(void *connection, struct far_item *item);
int postgres_wait(void *connection, struct far_item *item, int64_t ns);
int postgres_put_n(void *connection, struct far_entry *entries, size_t n);
int postgres_look_n(void *connection, struct far_item *items, size_t n,
                    size_t *n_got);
int postgres_done_n(void *connection, const struct far_item *items, size_t n);

#endif
