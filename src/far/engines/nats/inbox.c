/* An inbox of NATS: requests are sent, and their answers come in any order.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "far/engines/nats/inbox.h"

int
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

void
inbox_close(struct inbox *inbox)
{
    natsSubscription_Destroy(inbox->answers);
    natsInbox_Destroy(inbox->name);
}

int
inbox_send(struct jetstream *j, const struct inbox *inbox, size_t i,
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

int
inbox_next(struct inbox *inbox, int64_t ns, natsMsg **answer, size_t *i)
{
    natsStatus s =
        natsSubscription_NextMsg(answer, inbox->answers, ns / NS_PER_MS);

    if (s != NATS_OK)
        return jetstream_error(s, 0);
    const char *dot = strrchr(natsMsg_GetSubject(*answer), '.');
    *i = dot ? strtoul(dot + 1, NULL, 10) : 0;
    return 0;
}
