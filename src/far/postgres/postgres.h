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
#ifndef DOORBELL_FAR_POSTGRES_POSTGRES_H
#define DOORBELL_FAR_POSTGRES_POSTGRES_H

#include <postgresql/libpq-fe.h>

#include "far/engine.h"

struct postgres {
    PGconn *conn;
    atomic_ullong *n_asked;
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

/* Of the engine; in put.c and get.c. */
int postgres_put(void *connection, const char *key, const char *body);
int postgres_look(void *connection, struct far_item *item);
int postgres_wait(void *connection, struct far_item *item, int64_t ns);

#endif
