/* An inbox of NATS: requests are sent, and their answers come in any order.
 * SPDX-License-Identifier: MIT
 *
 * Each request names an inbox of its own for its answer: "INBOX.0", "INBOX.1" and
 * so on, below one subscription.
 */
#ifndef DOORBELL_FAR_ENGINES_NATS_INBOX_H
#define DOORBELL_FAR_ENGINES_NATS_INBOX_H

#include "far/engines/nats/jetstream.h"

struct inbox {
    natsInbox *name;
    natsSubscription *answers;
};

/* 0 or an error number; after an error too it is to be closed. */
int inbox_open(struct inbox *inbox, struct jetstream *j);
void inbox_close(struct inbox *inbox);

/* Sends request i; the key is that of an item to put, or NULL. */
int inbox_send(struct jetstream *j, const struct inbox *inbox, size_t i,
               const char *subject, const char *key, const char *text);

/* Waits up to ns for the next answer, and says to which request it is. */
int inbox_next(struct inbox *inbox, int64_t ns, natsMsg **answer, size_t *i);

#endif
