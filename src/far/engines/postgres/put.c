/* Putting an item into PostgreSQL where there is no limit; batch.c counts for one.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "far/engines/postgres/postgres.h"

static const char put[] =
    "WITH fresh AS (INSERT INTO doorbell_jobs (queue, key, body)"
    " VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1)"
    " SELECT pg_notify('doorbell_' || $1, '') FROM fresh";

int
postgres_put(void *connection, const char *key, const char *body)
{
    struct postgres *p = connection;
    struct far_entry entry = {.key = key, .body = body};
    int n_rows;

    if (strcmp(p->capacity, "0") != 0) {
        int error = postgres_put_n(p, &entry, 1);
        return error ? error : entry.error;
    }
    int error =
        postgres_tell(p, put, 3, (const char *[]){p->name, key, body}, &n_rows);
    return error ? error : n_rows ? 0 : EEXIST;
}
