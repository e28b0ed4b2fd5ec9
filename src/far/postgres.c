/* The far queue over PostgreSQL: a table of jobs, and NOTIFY as the doorbell.
 * SPDX-License-Identifier: MIT
 *
 * How it works: one statement takes the oldest visible row that nobody has
 * locked (SKIP LOCKED) and hides it for the lease.  A row whose lease has ended
 * is visible again, without anybody's doing.  A put notifies the channel of the
 * queue in its own transaction.
 *
 * No wake-up is lost: LISTEN is committed before the first look, and a
 * notification that arrives inside another answer is kept by libpq.  So a waiter
 * asks PQnotifies before it polls the socket.  All listeners are woken by each
 * put; those that find nothing are a herd.
 *
 * Texts are sent as parameters.  LISTEN takes none; its name is checked by far.c
 * and quoted.
 */
#include <postgresql/libpq-fe.h>

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "engine.h"

struct postgres {
    PGconn *conn;
    char name[FAR_NAME], lease_ms[24];
};

/* One transaction, and one at a time: two that create a table at once fail. */
static const char create[] =
    "DO $$ BEGIN PERFORM pg_advisory_xact_lock(7310);"
    " IF to_regclass('doorbell_jobs') IS NULL THEN"
    " CREATE TABLE doorbell_jobs (id bigserial PRIMARY KEY, queue text NOT "
    "NULL,"
    "  key text NOT NULL, body text NOT NULL, state text NOT NULL DEFAULT "
    "'ready',"
    "  attempts integer NOT NULL DEFAULT 0,"
    "  visible_after timestamptz NOT NULL DEFAULT now(), UNIQUE (queue, key));"
    " CREATE INDEX ON doorbell_jobs (queue, id) WHERE state = 'ready';"
    " END IF; END $$";
static const char put[] =
    "WITH fresh AS (INSERT INTO doorbell_jobs (queue, key, body)"
    " VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1)"
    " SELECT pg_notify('doorbell_' || $1, '') FROM fresh";
static const char look[] =
    "UPDATE doorbell_jobs SET attempts = attempts + 1,"
    " visible_after = clock_timestamp() + $2::bigint * interval '1 ms'"
    " WHERE id = (SELECT id FROM doorbell_jobs WHERE queue = $1"
    " AND state = 'ready' AND visible_after <= clock_timestamp()"
    " ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)"
    " RETURNING id, key, body, attempts";
static const char finish[] = "UPDATE doorbell_jobs SET state = $2"
                             " WHERE id = $1::bigint AND state = 'ready'";
static const char requeue[] =
    "WITH again AS (UPDATE doorbell_jobs SET visible_after = clock_timestamp()"
    " WHERE id = $1::bigint AND state = 'ready' RETURNING queue)"
    " SELECT pg_notify('doorbell_' || queue, '') FROM again";
static const char count[] = "SELECT count(*) FILTER (WHERE state = 'ready'"
                            "  AND visible_after <= clock_timestamp()),"
                            " count(*) FILTER (WHERE state = 'ready'"
                            "  AND visible_after > clock_timestamp()),"
                            " count(*) FILTER (WHERE state = 'dead')"
                            " FROM doorbell_jobs WHERE queue = $1";

/* Waits for the whole answer; a server that stands still is a broken one. */
static bool
answered(PGconn *conn)
{
    int64_t until_ns = clock_now_ns() + FAR_STALL_NS;

    while (PQisBusy(conn)) {
        struct pollfd socket = {.fd = PQsocket(conn), .events = POLLIN};
        int64_t left_ns = until_ns - clock_now_ns();
        if (left_ns <= 0)
            return false;
        poll(&socket, 1, (int)(left_ns / NS_PER_MS) + 1);
        if (!PQconsumeInput(conn))
            return false;
    }
    return true;
}

/* Sends a statement; *rows is the caller's to clear, also on an error. */
static int
ask(struct postgres *p, const char *sql, int n, const char *const *values,
    PGresult **rows)
{
    *rows = NULL;
    if (!PQsendQueryParams(p->conn, sql, n, NULL, values, NULL, NULL, 0) ||
        PQflush(p->conn) || !answered(p->conn))
        return ENOTCONN;
    *rows = PQgetResult(p->conn);
    while (answered(p->conn)) {
        PGresult *more = PQgetResult(p->conn);
        if (!more)
            break;
        PQclear(more);
    }
    if (PQstatus(p->conn) != CONNECTION_OK)
        return ENOTCONN;
    ExecStatusType status = PQresultStatus(*rows);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK ? 0 : EIO;
}

/* The same, where the rows do not matter but their number may. */
static int
tell(struct postgres *p, const char *sql, int n, const char *const *values,
     int *n_rows)
{
    PGresult *rows;
    int error = ask(p, sql, n, values, &rows);

    if (n_rows)
        *n_rows = PQntuples(rows);
    PQclear(rows);
    return error;
}

static void
silent(void *nothing, const char *message)
{
    (void)nothing;
    (void)message;
}

static void
postgres_close(void *connection)
{
    struct postgres *p = connection;

    PQfinish(p->conn);
    free(p);
}

static int
prepare(struct postgres *p, enum far_wait wait)
{
    char listen[FAR_NAME + 32];
    int error = tell(p, create, 0, NULL, NULL);

    if (error || wait == FAR_NAP)
        return error;
    snprintf(listen, sizeof(listen), "LISTEN \"doorbell_%s\"", p->name);
    return tell(p, listen, 0, NULL, NULL);
}

static int
postgres_open(const struct far_options *options, void **connection)
{
    const char *names[] = {"dbname", "connect_timeout", NULL};
    const char *values[] = {options->url, "5", NULL};
    struct postgres *p = calloc(1, sizeof(*p));

    if (!p)
        return ENOMEM;
    snprintf(p->name, sizeof(p->name), "%s", options->name);
    snprintf(p->lease_ms, sizeof(p->lease_ms), "%lld",
             (long long)(options->lease_ns / NS_PER_MS));
    p->conn = PQconnectdbParams(names, values, 1);
    PQsetNoticeProcessor(p->conn, silent, NULL);
    int error = PQstatus(p->conn) == CONNECTION_OK ? prepare(p, options->wait)
                                                   : ENOTCONN;
    if (error)
        postgres_close(p);
    else
        *connection = p;
    return error;
}

static int
postgres_put(void *connection, const char *key, const char *body)
{
    struct postgres *p = connection;
    int n_rows;
    int error = tell(p, put, 3, (const char *[]){p->name, key, body}, &n_rows);

    return error ? error : n_rows ? 0 : EEXIST;
}

static int
postgres_look(void *connection, struct far_item *item)
{
    struct postgres *p = connection;
    PGresult *rows;
    int error = ask(p, look, 2, (const char *[]){p->name, p->lease_ms}, &rows);

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

static int
postgres_wait(void *connection, struct far_item *item, int64_t ns)
{
    struct postgres *p = connection;
    int64_t until_ns = clock_now_ns() + ns;

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
    return postgres_look(p, item);
}

static int
postgres_finish(void *connection, const struct far_item *item,
                const char *state)
{
    return tell(connection, finish, 2, (const char *[]){item->ticket, state},
                NULL);
}

static int
postgres_done(void *connection, const struct far_item *item)
{
    return postgres_finish(connection, item, "done");
}

static int
postgres_bury(void *connection, const struct far_item *item)
{
    return postgres_finish(connection, item, "dead");
}

static int
postgres_requeue(void *connection, const struct far_item *item)
{
    return tell(connection, requeue, 1, (const char *[]){item->ticket}, NULL);
}

static int
postgres_length(void *connection, struct far_length *length)
{
    struct postgres *p = connection;
    size_t n[3] = {0};
    PGresult *rows;
    int error = ask(p, count, 1, (const char *[]){p->name}, &rows);

    for (int i = 0; !error && i < 3; i++)
        n[i] = strtoul(PQgetvalue(rows, 0, i), NULL, 10);
    if (!error)
        *length = (struct far_length){n[0], n[1], n[2]};
    PQclear(rows);
    return error;
}

const struct far_engine far_postgres = {
    "postgresql:",   postgres_open,  postgres_put,     postgres_look,
    postgres_wait,   postgres_done,  postgres_requeue, postgres_bury,
    postgres_length, postgres_close,
};
