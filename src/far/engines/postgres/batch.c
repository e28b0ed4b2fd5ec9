/* Many items in one statement of PostgreSQL: its parameters are arrays.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "far/engines/postgres/postgres.h"

/* In the order of the batch; capacity 0 is no limit.  Says which keys it has put,
 * and which were there before.
 */
static const char put[] =
    "WITH room AS (SELECT CASE WHEN $4::bigint > 0 THEN"
    "  greatest(0, $4::bigint - (SELECT count(*) FROM doorbell_jobs"
    "  WHERE queue = $1 AND state = 'ready')) END AS n),"
    " wish AS (SELECT * FROM unnest($2::text[], $3::text[])"
    "  WITH ORDINALITY AS t(key, body, i)),"
    " known AS (SELECT key FROM wish WHERE EXISTS (SELECT FROM doorbell_jobs j"
    "  WHERE j.queue = $1 AND j.key = wish.key)),"
    " fresh AS (INSERT INTO doorbell_jobs (queue, key, body)"
    "  SELECT $1, key, body FROM wish WHERE key NOT IN (TABLE known)"
    "  ORDER BY i LIMIT (SELECT n FROM room)"
    "  ON CONFLICT DO NOTHING RETURNING key),"
    " told AS (SELECT pg_notify('doorbell_' || $1, '') FROM fresh LIMIT 1)"
    " SELECT key, (SELECT count(*) FROM told) FROM fresh"
    " UNION ALL SELECT key, -1 FROM known";
static const char done[] = "UPDATE doorbell_jobs SET state = 'done'"
                           " WHERE id = ANY ($1::bigint[]) AND state = 'ready'";

static void
write_quoted(FILE *out, const char *text)
{
    putc('"', out);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            putc('\\', out);
        putc(*text, out);
    }
    putc('"', out);
}

/* The array of the texts of a list, as PostgreSQL reads it, from malloc; NULL
 * without memory.
 */
static char *
array_of(const char *(*text)(const void *list, size_t i), const void *list,
         size_t n)
{
    char *array = NULL;
    size_t size;
    FILE *out = open_memstream(&array, &size);

    if (!out)
        return NULL;
    putc('{', out);
    for (size_t i = 0; i < n; i++) {
        if (i)
            putc(',', out);
        write_quoted(out, text(list, i));
    }
    putc('}', out);
    if (fclose(out)) {
        free(array);
        return NULL;
    }
    return array;
}

static const char *
key_of(const void *entries, size_t i)
{
    return ((const struct far_entry *)entries)[i].key;
}

static const char *
body_of(const void *entries, size_t i)
{
    return ((const struct far_entry *)entries)[i].body;
}

static const char *
ticket_of(const void *items, size_t i)
{
    return ((const struct far_item *)items)[i].ticket;
}

/* Whether an earlier entry of the batch has the same key. */
static bool
is_repeated(const struct far_entry *entries, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (!strcmp(entries[k].key, entries[i].key))
            return true;
    return false;
}

/* A key that is in no row found no room; an earlier one of the batch may have put
 * it.
 */
static int
became(const PGresult *rows, const struct far_entry *entries, size_t i)
{
    for (int row = 0; row < PQntuples(rows); row++)
        if (!strcmp(PQgetvalue(rows, row, 0), entries[i].key))
            return *PQgetvalue(rows, row, 1) == '-' || is_repeated(entries, i)
                       ? EEXIST
                       : 0;
    return EAGAIN;
}

static int
put_arrays(struct postgres *p, const char *keys, const char *bodies,
           struct far_entry *entries, size_t n)
{
    PGresult *rows;
    int error =
        postgres_ask(p, put, 4,
                     (const char *[]){p->name, keys, bodies, p->capacity},
                     &rows);

    for (size_t i = 0; !error && i < n; i++)
        entries[i].error = became(rows, entries, i);
    PQclear(rows);
    return error;
}

int
postgres_put_n(void *connection, struct far_entry *entries, size_t n)
{
    char *keys = array_of(key_of, entries, n);
    char *bodies = array_of(body_of, entries, n);
    int error = keys && bodies
                    ? put_arrays(connection, keys, bodies, entries, n)
                    : ENOMEM;

    free(keys);
    free(bodies);
    return error;
}

int
postgres_done_n(void *connection, const struct far_item *items, size_t n)
{
    char *tickets = array_of(ticket_of, items, n);
    int error = tickets ? postgres_tell(connection, done, 1,
                                        (const char *[]){tickets}, NULL)
                        : ENOMEM;

    free(tickets);
    return error;
}
