/* Asking PostgreSQL: a statement, its answer, and a limit for a server that is silent.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <poll.h>

#include "clock.h"
#include "far/engines/postgres/postgres.h"

/* Waits for the whole answer; a server that sends none in time counts as
 * broken.
 */
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

int
postgres_ask(struct postgres *p, const char *sql, int n,
             const char *const *values, PGresult **rows)
{
    *rows = NULL;
    far_count(p->counts, 1, 1);
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

int
postgres_tell(struct postgres *p, const char *sql, int n,
              const char *const *values, int *n_rows)
{
    PGresult *rows;
    int error = postgres_ask(p, sql, n, values, &rows);

    if (n_rows)
        *n_rows = PQntuples(rows);
    PQclear(rows);
    return error;
}
