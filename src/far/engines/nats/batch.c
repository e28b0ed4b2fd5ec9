/* Many items at once over NATS: the requests are sent, then the answers awaited.
 * SPDX-License-Identifier: MIT
 *
 * Each request names an inbox of its own for its answer: "INBOX.0", "INBOX.1" and
 * so on, below one subscription.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "far/engines/nats/jetstream.h"

struct inbox {
    natsInbox *name;
    natsSubscription *answers;
};

static int
inbox_open(struct inbox *inbox, struct jetstream *j)
{
    char all[128];

    *inbox = (struct inbox){NULL, NULL};
    natsStatus s = natsInbox_Create(&inbox->name);
    if (s != NATS_OK)
        return ENOMEM;
    snprintf(all, sizeof(all), "%s.*", inbox->name);
    s = natsConnection_SubscribeSync(&inbox->answers, j->conn, all);
    return jetstream_error(s, 0);
}

static void
inbox_close(struct inbox *inbox)
{
    natsSubscription_Destroy(inbox->answers);
    natsInbox_Destroy(inbox->name);
}

/* Sends one request; the key is that of an item to put, or NULL. */
static int
send_one(struct jetstream *j, const struct inbox *inbox, size_t i,
         const char *subject, const char *key, const char *text)
{
    char reply[128];
    natsMsg *message = NULL;

    snprintf(reply, sizeof(reply), "%s.%zu", inbox->name, i);
    natsStatus s =
        natsMsg_Create(&message, subject, reply, text, (int)strlen(text));
    if (s == NATS_OK && key)
        s = natsMsgHeader_Set(message, "Nats-Msg-Id", key);
    if (s == NATS_OK)
        s = natsConnection_PublishMsg(j->conn, message);
    natsMsg_Destroy(message);
    far_count(j->counts, 1, 0);
    return jetstream_error(s, 0);
}

/* The next answer, and to which request it is. */
static int
next_answer(struct inbox *inbox, int64_t ns, natsMsg **answer, size_t *i)
{
    natsStatus s =
        natsSubscription_NextMsg(answer, inbox->answers, ns / NS_PER_MS);

    if (s != NATS_OK)
        return jetstream_error(s, 0);
    const char *dot = strrchr(natsMsg_GetSubject(*answer), '.');
    *i = dot ? strtoul(dot + 1, NULL, 10) : 0;
    return 0;
}

/* As the words of the answer to a publish say, in JSON. */
static int
became(natsMsg *answer)
{
    char text[512];

    snprintf(text, sizeof(text), "%.*s", natsMsg_GetDataLength(answer),
             natsMsg_GetData(answer));
    if (strstr(text, "\"duplicate\"")) /* only where it is true */
        return EEXIST;
    if (strstr(text, "\"err_code\":10077")) /* JSStreamStoreFailedErr */
        return EAGAIN;
    return strstr(text, "\"error\"") ? EIO : 0;
}

/* Waits for the answers to n puts. */
static int
read_puts(struct inbox *inbox, struct far_entry *entries, size_t n)
{
    int error = 0;

    for (size_t n_read = 0; !error && n_read < n; n_read++) {
        natsMsg *answer = NULL;
        size_t i = 0;
        error = next_answer(inbox, FAR_STALL_NS, &answer, &i);
        if (!error && i < n) {
            entries[i].error = became(answer);
            error = entries[i].error == EIO ? EIO : 0;
        }
        natsMsg_Destroy(answer);
    }
    return error;
}

int
jetstream_put_n(void *connection, struct far_entry *entries, size_t n)
{
    struct jetstream *j = connection;
    struct inbox inbox;
    int error = inbox_open(&inbox, j);

    for (size_t i = 0; !error && i < n; i++)
        error =
            send_one(j, &inbox, i, j->stream, entries[i].key, entries[i].body);
    far_count(j->counts, 0, 1);
    if (!error)
        error = read_puts(&inbox, entries, n);
    inbox_close(&inbox);
    return error;
}

/* Items, and then a message that says that there are no more, unless all have
 * come.
 */
static int
read_items(struct inbox *inbox, struct far_item *items, size_t n, size_t *n_got)
{
    int error = 0;

    for (*n_got = 0; !error && *n_got < n;) {
        natsMsg *message = NULL;
        size_t i = 0;
        error = next_answer(inbox, JETSTREAM_UNANSWERED_NS, &message, &i);
        if (!error)
            error = jetstream_take(message, &items[*n_got]);
        *n_got += !error;
        natsMsg_Destroy(message);
    }
    return *n_got ? 0 : error;
}

int
jetstream_look_n(void *connection, struct far_item *items, size_t n,
                 size_t *n_got)
{
    struct jetstream *j = connection;
    struct inbox inbox;
    char request[64];

    snprintf(request, sizeof(request), "{\"batch\":%zu,\"no_wait\":true}", n);
    int error = inbox_open(&inbox, j);
    if (!error)
        error = send_one(j, &inbox, 0, j->next, NULL, request);
    far_count(j->counts, 0, 1);
    if (!error)
        error = read_items(&inbox, items, n, n_got);
    inbox_close(&inbox);
    return error;
}

int
jetstream_done_n(void *connection, const struct far_item *items, size_t n)
{
    struct jetstream *j = connection;
    struct inbox inbox;
    int error = inbox_open(&inbox, j);

    for (size_t i = 0; !error && i < n; i++)
        error = send_one(j, &inbox, i, items[i].ticket, NULL, "+ACK");
    far_count(j->counts, 0, 1);
    for (size_t i = 0; !error && i < n; i++) {
        natsMsg *answer = NULL;
        size_t which = 0;
        error = next_answer(&inbox, FAR_STALL_NS, &answer, &which);
        natsMsg_Destroy(answer);
    }
    inbox_close(&inbox);
    return error;
}
