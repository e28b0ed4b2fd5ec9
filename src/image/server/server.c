/* The server: libmicrohttpd with a thread for each connection.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "image/server/server.h"

enum { CONNECTIONS_MAX = 4096 };

/* Called once when the headers are there, then for each part of the body,
 * then once more when it is complete: only then we reply.
 */
static enum MHD_Result
handle(void *context, struct MHD_Connection *connection, const char *url,
       const char *method, const char *version, const char *part,
       size_t *n_bytes, void **request)
{
    (void)version;
    if (!*request) {
        *request = request_begin(context, method, url);
        return *request ? MHD_YES : MHD_NO;
    }
    if (*n_bytes == 0)
        return request_reply(*request, connection);
    if (!request_take(*request, part, *n_bytes))
        return MHD_NO;
    *n_bytes = 0;
    return MHD_YES;
}

static void
completed(void *context, struct MHD_Connection *connection, void **request,
          enum MHD_RequestTerminationCode how)
{
    (void)context;
    (void)connection;
    (void)how;
    if (*request)
        request_end(*request);
    *request = NULL;
}

/* Leaves the escapes of a URL as they are: request.c undoes them with more
 * care, as a NUL among them would otherwise cut the name short.
 */
static size_t
leave_escapes(void *context, struct MHD_Connection *connection, char *text)
{
    (void)context;
    (void)connection;
    return strlen(text);
}

int
server_start(struct server *s, struct service *service,
             const struct sockaddr_in *address)
{
    s->service = service;
    errno = 0;
    s->daemon =
        MHD_start_daemon(MHD_USE_THREAD_PER_CONNECTION |
                             MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL |
                             MHD_USE_ITC,
                         0, NULL, NULL, handle, service, MHD_OPTION_SOCK_ADDR,
                         address, MHD_OPTION_NOTIFY_COMPLETED, completed, NULL,
                         MHD_OPTION_UNESCAPE_CALLBACK, leave_escapes, NULL,
                         MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX,
                         MHD_OPTION_END);
    if (s->daemon)
        return 0;
    return errno ? errno : EIO;
}

uint16_t
server_port(const struct server *s)
{
    return MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

void
server_stop(struct server *s)
{
    line_hang_up(&s->service->line);
    MHD_stop_daemon(s->daemon);
    s->daemon = NULL;
}
