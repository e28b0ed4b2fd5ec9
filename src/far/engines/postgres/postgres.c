/* The far queue over PostgreSQL: all but putting and getting an item.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

#include "clock.h"
#include "far/engines/postgres/postgres.h"

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
    int error = postgres_tell(p, create, 0, NULL, NULL);

    if (error || wait == FAR_NAP)
        return error;
    snprintf(listen, sizeof(listen), "LISTEN \"doorbell_%s\"", p->name);
    return postgres_tell(p, listen, 0, NULL, NULL);
}

static int
postgres_open(const struct far_options *options, struct far_counts *counts,
              void **connection)
{
    const char *names[] = {"dbname", "connect_timeout", NULL};
    const char *values[] = {options->url, "5", NULL};
    struct postgres *p = calloc(1, sizeof(*p));

    if (!p)
        return ENOMEM;
    p->counts = counts;
    snprintf(p->name, sizeof(p->name), "%s", options->name);
    snprintf(p->lease_ms, sizeof(p->lease_ms), "%lld",
             (long long)(options->lease_ns / NS_PER_MS));
    snprintf(p->capacity, sizeof(p->capacity), "%u", options->capacity);
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
postgres_ping(void *connection)
{
    return postgres_tell(connection, "SELECT 1", 0, NULL, NULL);
}

static int
postgres_finish(void *connection, const struct far_item *item,
                const char *state)
{
    return postgres_tell(connection, finish, 2,
                         (const char *[]){item->ticket, state}, NULL);
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
    return postgres_tell(connection, requeue, 1, (const char *[]){item->ticket},
                         NULL);
}

static int
postgres_length(void *connection, struct far_length *length)
{
    struct postgres *p = connection;
    size_t n[3] = {0};
    PGresult *rows;
    int error = postgres_ask(p, count, 1, (const char *[]){p->name}, &rows);

    for (int i = 0; !error && i < 3; i++)
        n[i] = strtoul(PQgetvalue(rows, 0, i), NULL, 10);
    if (!error)
        *length = (struct far_length){n[0], n[1], n[2]};
    PQclear(rows);
    return error;
}

static int
postgres_drop(void *connection)
{
    struct postgres *p = connection;

    return postgres_tell(p, "DELETE FROM doorbell_jobs WHERE queue = $1", 1,
                         (const char *[]){p->name}, NULL);
}

static void
postgres_cut(void *connection)
{
    const struct postgres *p = connection;

    shutdown(PQsocket(p->conn), SHUT_RDWR);
}

const struct far_engine far_postgres = {
    .scheme = "postgresql:",
    .also = "postgres:",
    .open = postgres_open,
    .ping = postgres_ping,
    .put = postgres_put,
    .look = postgres_look,
    .wait = postgres_wait,
    .done = postgres_done,
    .put_n = postgres_put_n,
    .look_n = postgres_look_n,
    .done_n = postgres_done_n,
    .requeue = postgres_requeue,
    .bury = postgres_bury,
    .length = postgres_length,
    .drop = postgres_drop,
    .cut = postgres_cut,
    .close = postgres_close,
};
