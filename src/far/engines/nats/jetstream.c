/* The far queue over NATS JetStream: the streams, the consumer, their lengths.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "clock.h"
#include "far/engines/nats/jetstream.h"

#define KEYS_KNOWN_NS (24 * 3600 * NS_PER_S)
enum { MOST_IN_FLIGHT = 1 << 20, MOST_WAITING = 1 << 16 };

static void
jetstream_close(void *connection)
{
    struct jetstream *j = connection;

    jsCtx_Destroy(j->api);
    natsConnection_Destroy(j->conn);
    free(j);
}

static int
make_stream(struct jetstream *j, const char *name, unsigned capacity,
            jsRetentionPolicy policy)
{
    jsErrCode code = 0;
    jsStreamConfig c;

    jsStreamConfig_Init(&c);
    c.Name = name;
    c.Subjects = (const char *[]){name};
    c.SubjectsLen = 1;
    c.Retention = policy;
    c.Storage = js_FileStorage;
    c.Discard = js_DiscardNew;
    c.MaxMsgs = capacity ? (int64_t)capacity : -1;
    c.Duplicates = KEYS_KNOWN_NS;
    far_count(j->counts, 1, 1);
    return jetstream_error(js_AddStream(NULL, j->api, &c, NULL, &code), code);
}

static int
make_consumer(struct jetstream *j, int64_t lease_ns)
{
    jsErrCode code = 0;
    jsConsumerConfig c;

    jsConsumerConfig_Init(&c);
    c.Durable = "workers";
    c.AckPolicy = js_AckExplicit;
    c.AckWait = lease_ns;
    c.MaxAckPending = MOST_IN_FLIGHT;
    c.MaxWaiting = MOST_WAITING;
    far_count(j->counts, 1, 1);
    return jetstream_error(js_AddConsumer(NULL, j->api, j->stream, &c, NULL,
                                          &code),
                           code);
}

static int
jetstream_open(const struct far_options *options, struct far_counts *counts,
               void **connection)
{
    struct jetstream *j = calloc(1, sizeof(*j));

    if (!j)
        return ENOMEM;
    j->counts = counts;
    snprintf(j->stream, sizeof(j->stream), "doorbell_%s", options->name);
    snprintf(j->dead, sizeof(j->dead), "%s-dead", j->stream);
    snprintf(j->next, sizeof(j->next), "$JS.API.CONSUMER.MSG.NEXT.%s.workers",
             j->stream);
    int error = jetstream_connect(j, options->url);
    if (!error)
        error =
            make_stream(j, j->stream, options->capacity, js_WorkQueuePolicy);
    if (!error)
        error = make_stream(j, j->dead, 0, js_LimitsPolicy);
    if (!error)
        error = make_consumer(j, options->lease_ns);
    if (error)
        jetstream_close(j);
    else
        *connection = j;
    return error;
}

int
jetstream_ping(void *connection)
{
    struct jetstream *j = connection;

    far_count(j->counts, 1, 1);
    return jetstream_error(natsConnection_FlushTimeout(j->conn, FAR_STALL_NS /
                                                                    NS_PER_MS),
                           0);
}

static int
jetstream_length(void *connection, struct far_length *length)
{
    struct jetstream *j = connection;
    jsConsumerInfo *workers = NULL;
    jsStreamInfo *dead = NULL;
    jsErrCode code = 0;

    far_count(j->counts, 2, 2);
    natsStatus s =
        js_GetConsumerInfo(&workers, j->api, j->stream, "workers", NULL, &code);
    if (s == NATS_OK)
        s = js_GetStreamInfo(&dead, j->api, j->dead, NULL, &code);
    if (s == NATS_OK)
        *length = (struct far_length){workers->NumPending,
                                      (size_t)workers->NumAckPending,
                                      dead->State.Msgs};
    jsConsumerInfo_Destroy(workers);
    jsStreamInfo_Destroy(dead);
    return jetstream_error(s, code);
}

static int
delete_stream(struct jetstream *j, const char *name)
{
    jsErrCode code = 0;

    far_count(j->counts, 1, 1);
    natsStatus s = js_DeleteStream(j->api, name, NULL, &code);
    return code == JSStreamNotFoundErr ? 0 : jetstream_error(s, code);
}

static int
jetstream_drop(void *connection)
{
    struct jetstream *j = connection;
    int error = delete_stream(j, j->stream);

    return error ? error : delete_stream(j, j->dead);
}

static void
jetstream_cut(void *connection)
{
    struct jetstream *j = connection;

    natsConnection_Close(j->conn);
}

const struct far_engine far_nats = {
    .scheme = "nats://",
    .open = jetstream_open,
    .ping = jetstream_ping,
    .put = jetstream_put,
    .look = jetstream_look,
    .wait = jetstream_wait,
    .done = jetstream_done,
    .put_n = jetstream_put_n,
    .look_n = jetstream_look_n,
    .done_n = jetstream_done_n,
    .requeue = jetstream_requeue,
    .bury = jetstream_bury,
    .length = jetstream_length,
    .drop = jetstream_drop,
    .cut = jetstream_cut,
    .close = jetstream_close,
};
