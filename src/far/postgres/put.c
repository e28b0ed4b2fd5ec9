/* Putting an item into PostgreSQL, where there is no limit, and where there is one.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "far/postgres/postgres.h"

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

int
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
