/* The far queue over PostgreSQL: all but getting an item.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "far/postgres/postgres.h"

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
/* The same where there is a limit: also says whether there was room. */
static const char put_if_room[] =
    "WITH room AS (SELECT (SELECT count(*) FROM (SELECT 1 FROM doorbell_jobs"
    "  WHERE queue = $1 AND state = 'ready' LIMIT $4::bigint) AS few)"
    "  < $4::bigint AS is_there),"
    " fresh AS (INSERT INTO doorbell_jobs (queue, key, body)"
    "  SELECT $1, $2, $3 FROM room WHERE is_there"
    "  ON CONFLICT DO NOTHING RETURNING 1),"
    " told AS (SELECT pg_notify('doorbell_' || $1, '') FROM fresh)"
    " SELECT CASE WHEN (SELECT count(*) FROM told) > 0 THEN 'put'"
    "  WHEN EXISTS (SELECT FROM doorbell_jobs WHERE queue = $1 AND key = $2)"
    "  THEN 'known' ELSE 'full' END";
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
postgres_open(const struct far_options *options, atomic_ullong *n_asked,
              void **connection)
{
    const char *names[] = {"dbname", "connect_timeout", NULL};
    const char *values[] = {options->url, "5", NULL};
    struct postgres *p = calloc(1, sizeof(*p));

    if (!p)
        return ENOMEM;
    p->n_asked = n_asked;
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
put_within(struct postgres *p, const char *key, const char *body)
{
    PGresult *rows;
    int error =
        postgres_ask(p, put_if_room, 4,
                     (const char *[]){p->name, key, body, p->capacity}, &rows);
    char first = !error && PQntuples(rows) ? *PQgetvalue(rows, 0, 0) : 'p';

    PQclear(rows);
    if (error || first == 'p')
        return error;
    return first == 'k' ? EEXIST : EAGAIN;
}

static int
postgres_put(void *connection, const char *key, const char *body)
{
    struct postgres *p = connection;
    int n_rows;

    if (strcmp(p->capacity, "0") != 0)
        return put_within(p, key, body);
    int error =
        postgres_tell(p, put, 3, (const char *[]){p->name, key, body}, &n_rows);
    return error ? error : n_rows ? 0 : EEXIST;
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

static int
postgres_socket(const void *connection)
{
    const struct postgres *p = connection;

    return PQsocket(p->conn);
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
    .requeue = postgres_requeue,
    .bury = postgres_bury,
    .length = postgres_length,
    .drop = postgres_drop,
    .socket = postgres_socket,
    .close = postgres_close,
};
