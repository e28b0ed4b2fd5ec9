/* Putting, getting and answering an item over NATS.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "far/engines/nats/jetstream.h"

/* EEXIST for a key that the stream knows, EAGAIN when it is full. */
static int
publish(struct jetstream *j, const char *stream, const char *key,
        const char *body)
{
    jsPubOptions options;
    jsPubAck *ack = NULL;
    jsErrCode code = 0;

    jsPubOptions_Init(&options);
    options.MsgId = key;
    far_count(j->counts, 1, 1);
    natsStatus s = js_Publish(&ack, j->api, stream, body, (int)strlen(body),
                              &options, &code);
    int error = s == NATS_OK && ack->Duplicate   ? EEXIST
                : code == JSStreamStoreFailedErr ? EAGAIN
                                                 : jetstream_error(s, code);
    jsPubAck_Destroy(ack);
    return error;
}

int
jetstream_put(void *connection, const char *key, const char *body)
{
    struct jetstream *j = connection;

    return publish(j, j->stream, key, body);
}

/* The subject of the answer names the item, and how often it was delivered. */
static int
take(natsMsg *message, struct far_item *item)
{
    const char *subject = natsMsg_GetReply(message), *key;

    if (!subject ||
        snprintf(item->ticket, FAR_TICKET, "%s", subject) >= FAR_TICKET ||
        sscanf(subject, "$JS.ACK.%*[^.].%*[^.].%u.", &item->attempts) != 1 ||
        natsMsgHeader_Get(message, "Nats-Msg-Id", &key) != NATS_OK)
        return EIO;
    snprintf(item->key, FAR_KEY, "%s", key);
    snprintf(item->body, FAR_BODY, "%.*s", natsMsg_GetDataLength(message),
             natsMsg_GetData(message));
    return 0;
}

/* "404": no messages; "408": the request has expired. */
int
jetstream_take(natsMsg *answer, struct far_item *item)
{
    const char *status;

    if (natsMsgHeader_Get(answer, "Status", &status) != NATS_OK)
        return take(answer, item);
    return !strcmp(status, "404") || !strcmp(status, "408") ? EAGAIN : EIO;
}

static int
pull(struct jetstream *j, const char *request, int64_t ns,
     struct far_item *item)
{
    natsMsg *answer;
    int error = jetstream_ask(j, j->next, request, ns, &answer);

    if (!error)
        error = jetstream_take(answer, item);
    natsMsg_Destroy(answer);
    return error;
}

int
jetstream_look(void *connection, struct far_item *item)
{
    return pull(connection, "{\"batch\":1,\"no_wait\":true}",
                JETSTREAM_UNANSWERED_NS, item);
}

int
jetstream_wait(void *connection, struct far_item *item, int64_t ns)
{
    char request[64];

    snprintf(request, sizeof(request), "{\"batch\":1,\"expires\":%" PRId64 "}",
             ns);
    int error = pull(connection, request, ns + JETSTREAM_UNANSWERED_NS, item);
    return error == ENOTCONN && !jetstream_ping(connection) ? EAGAIN : error;
}

static int
answer(struct jetstream *j, const struct far_item *item, const char *word)
{
    natsMsg *empty;
    int error = jetstream_ask(j, item->ticket, word, FAR_STALL_NS, &empty);

    natsMsg_Destroy(empty);
    return error;
}

int
jetstream_done(void *connection, const struct far_item *item)
{
    return answer(connection, item, "+ACK");
}

int
jetstream_requeue(void *connection, const struct far_item *item)
{
    return answer(connection, item, "-NAK");
}

/* A crash between the two steps repeats the first, which then changes nothing. */
int
jetstream_bury(void *connection, const struct far_item *item)
{
    struct jetstream *j = connection;
    int error = publish(j, j->dead, item->key, item->body);

    return error && error != EEXIST ? error : answer(j, item, "+TERM");
}
