/* Asking NATS: the connection, its limits, what an answer means.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "clock.h"
#include "far/engines/nats/jetstream.h"

/* The library would print it. */
static void
silent(natsConnection *conn, natsSubscription *sub, natsStatus error,
       void *nothing)
{
    (void)conn;
    (void)sub;
    (void)error;
    (void)nothing;
}

/* The library could open a broken connection again by itself; far.c does it. */
int
jetstream_connect(struct jetstream *j, const char *url)
{
    natsOptions *options;
    jsOptions limits;
    natsStatus s = natsOptions_Create(&options);

    if (s != NATS_OK)
        return ENOMEM;
    s = natsOptions_SetURL(options, url);
    if (s == NATS_OK)
        s = natsOptions_SetAllowReconnect(options, false);
    if (s == NATS_OK)
        s = natsOptions_SetTimeout(options, FAR_STALL_NS / NS_PER_MS);
    if (s == NATS_OK)
        s = natsOptions_SetErrorHandler(options, silent, NULL);
    if (s == NATS_OK)
        s = natsConnection_Connect(&j->conn, options);
    natsOptions_Destroy(options);
    jsOptions_Init(&limits);
    limits.Wait = FAR_STALL_NS / NS_PER_MS;
    if (s == NATS_OK)
        s = natsConnection_JetStream(&j->api, j->conn, &limits);
    return jetstream_error(s, 0);
}

/* A server that still reads its files does not respond. */
int
jetstream_error(natsStatus status, jsErrCode code)
{
    switch (status) {
    case NATS_OK:
        return 0;
    case NATS_NO_MEMORY:
        return ENOMEM;
    case NATS_INVALID_ARG:
    case NATS_ADDRESS_MISSING:
        return EINVAL;
    case NATS_ERR:
        return code == JSNotEnabledErr || code == JSClusterNotAvailErr
                   ? ENOTCONN
                   : EIO;
    case NATS_NOT_FOUND:
    case NATS_CONNECTION_AUTH_FAILED:
    case NATS_NOT_PERMITTED:
        return EIO;
    default:
        return ENOTCONN;
    }
}

int
jetstream_ask(struct jetstream *j, const char *subject, const char *text,
              int64_t ns, natsMsg **answer)
{
    *answer = NULL;
    far_count(j->counts, 1, 1);
    natsStatus s = natsConnection_RequestString(answer, j->conn, subject, text,
                                                ns / NS_PER_MS);
    return jetstream_error(s, 0);
}
