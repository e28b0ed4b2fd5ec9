/* Getting an item from PostgreSQL: a look, and a wait for a notification.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

#include "clock.h"
#include "far/postgres/postgres.h"

static const char look[] =
    "UPDATE doorbell_jobs SET attempts = attempts + 1,"
    " visible_after = clock_timestamp() + $2::bigint * interval '1 ms'"
    " WHERE id = (SELECT id FROM doorbell_jobs WHERE queue = $1"
    " AND state = 'ready' AND visible_after <= clock_timestamp()"
    " ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)"
    " RETURNING id, key, body, attempts";

int
postgres_look(void *connection, struct far_item *item)
{
    struct postgres *p = connection;
    PGresult *rows;
    int error =
        postgres_ask(p, look, 2, (const char *[]){p->name, p->lease_ms}, &rows);

    if (!error && PQntuples(rows) == 0)
        error = EAGAIN;
    if (!error) {
        snprintf(item->ticket, FAR_TICKET, "%s", PQgetvalue(rows, 0, 0));
        snprintf(item->key, FAR_KEY, "%s", PQgetvalue(rows, 0, 1));
        snprintf(item->body, FAR_BODY, "%s", PQgetvalue(rows, 0, 2));
        item->attempts = (unsigned)strtoul(PQgetvalue(rows, 0, 3), NULL, 10);
    }
    PQclear(rows);
    return error;
}

static bool
was_notified(struct postgres *p)
{
    bool notified = false;

    for (PGnotify *n; (n = PQnotifies(p->conn)); PQfreemem(n))
        notified = true;
    return notified;
}

/* For a notification; the look is the caller's. */
int
postgres_wait(void *connection, struct far_item *item, int64_t ns)
{
    struct postgres *p = connection;
    int64_t until_ns = clock_now_ns() + ns;

    (void)item;

    while (!was_notified(p)) {
        struct pollfd socket = {.fd = PQsocket(p->conn), .events = POLLIN};
        int64_t left_ns = until_ns - clock_now_ns();
        if (left_ns <= 0)
            return EAGAIN;
        struct timespec left = clock_timespec(left_ns);
        ppoll(&socket, 1, &left, NULL);
        if (!PQconsumeInput(p->conn))
            return ENOTCONN;
    }
    return EAGAIN;
}
