/* Many items at once over NATS: the requests are sent, then the answers awaited.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "far/engines/nats/inbox.h"

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
        error = inbox_next(inbox, FAR_STALL_NS, &answer, &i);
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
        error = inbox_send(j, &inbox, i, j->stream, entries[i].key,
                           entries[i].body);
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
        error = inbox_next(inbox, JETSTREAM_UNANSWERED_NS, &message, &i);
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
        error = inbox_send(j, &inbox, 0, j->next, NULL, request);
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
        error = inbox_send(j, &inbox, i, items[i].ticket, NULL, "+ACK");
    far_count(j->counts, 0, 1);
    for (size_t i = 0; !error && i < n; i++) {
        natsMsg *answer = NULL;
        size_t which = 0;
        error = inbox_next(&inbox, FAR_STALL_NS, &answer, &which);
        natsMsg_Destroy(answer);
    }
    inbox_close(&inbox);
    return error;
}
