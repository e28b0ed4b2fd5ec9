/* Getting an item from PostgreSQL: a look, and a wait for a notification.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

#include "clock.h"
#include "far/engines/postgres/postgres.h"

/* The subquery is an array, so that it runs once and locks no row too many.  The
 * commit does not wait for the disk: a server that crashes forgets who took the
 * item, and the item comes again, as after any worker's end.
 */
static const char look[] =
    "WITH got AS (UPDATE doorbell_jobs SET attempts = attempts + 1,"
    " visible_after = clock_timestamp() + $2::bigint * interval '1 ms'"
    " FROM (SELECT set_config('synchronous_commit', 'off', true)) AS unhurried"
    " WHERE id = ANY (ARRAY(SELECT id FROM doorbell_jobs WHERE queue = $1"
    " AND state = 'ready' AND visible_after <= clock_timestamp()"
    " ORDER BY id LIMIT $3::bigint FOR UPDATE SKIP LOCKED))"
    " RETURNING id, key, body, attempts) SELECT * FROM got ORDER BY id";

static void
take(const PGresult *rows, int i, struct far_item *item)
{
    snprintf(item->ticket, FAR_TICKET, "%s", PQgetvalue(rows, i, 0));
    snprintf(item->key, FAR_KEY, "%s", PQgetvalue(rows, i, 1));
    snprintf(item->body, FAR_BODY, "%s", PQgetvalue(rows, i, 2));
    item->attempts = (unsigned)strtoul(PQgetvalue(rows, i, 3), NULL, 10);
}

int
postgres_look_n(void *connection, struct far_item *items, size_t n,
                size_t *n_got)
{
    struct postgres *p = connection;
    char most[16];
    PGresult *rows;

    snprintf(most, sizeof(most), "%zu", n);
    int error =
        postgres_ask(p, look, 3, (const char *[]){p->name, p->lease_ms, most},
                     &rows);
    *n_got = error ? 0 : (size_t)PQntuples(rows);
    for (size_t i = 0; i < *n_got; i++)
        take(rows, (int)i, &items[i]);
    PQclear(rows);
    return error || *n_got ? error : EAGAIN;
}

int
postgres_look(void *connection, struct far_item *item)
{
    size_t n_got;

    return postgres_look_n(connection, item, 1, &n_got);
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
