/* The far queue over RabbitMQ: a quorum queue, and one for the dead letters.
 * SPDX-License-Identifier: MIT
 *
 * How it works: a worker that naps asks with basic.get.  One that is woken starts a
 * consumer when its first look has found nothing; from then on the broker pushes,
 * and a look only sees what has arrived.  With a prefetch of 1 it pushes the next
 * item when the last one is answered.  A wait with a time limit sends nothing: it
 * ends in this process.
 *
 * The queue is a quorum queue, since a classic one does not count deliveries.  An
 * item that is rejected goes to the dead letters, and the broker keeps it until it
 * is there.  x-delivery-limit could do the same; get.c counts for all engines.
 *
 * An item has no lease.  It belongs to its connection, or until that asks for
 * another one; then it is handed out again.  An answer over a later connection
 * is ESTALE.  The broker knows no keys: the key is the message's id, by which a
 * consumer may recognise a repeated one.
 *
 * A put with a capacity first asks how many items are ready.  x-max-length with
 * reject-publish does without, but a quorum queue of two then takes a third.
 */
#ifndef DOORBELL_FAR_ENGINES_RABBITMQ_RABBITMQ_H
#define DOORBELL_FAR_ENGINES_RABBITMQ_RABBITMQ_H

#include <amqp.h>

#include "far/engines/engine.h"

enum { RABBITMQ_CHANNEL = 1 };

struct rabbitmq {
    amqp_connection_state_t conn;
    struct far_counts *counts;
    char queue[FAR_NAME + 16], dead[FAR_NAME + 32];
    unsigned capacity;
    int64_t opened_ns;          /* names the connection, in a ticket */
    uint64_t in_hand, answered; /* delivery tags; 0: none */
    uint64_t n_published;       /* the broker numbers what it confirms */
    bool consumes, is_pushed, is_broken;
    struct far_item pushed; /* what came while something else was awaited */
};

/* Connects, with a channel that confirms: 0, ENOTCONN, EINVAL for a bad URL, EIO
 * for a bad password.
 */
int rabbitmq_connect(struct rabbitmq *r, const char *url);

/* What the answer to the last call was: 0, ENOMEM, ENOTCONN or EIO. */
int rabbitmq_answer(struct rabbitmq *r, amqp_rpc_reply_t reply);

/* Reads what the broker sends until one of two methods comes, or until a moment,
 * and says which; an item that is pushed meanwhile is kept.  Returns EAGAIN at
 * that moment, and ENOTCONN.  What came is valid until the next use of r.
 */
int rabbitmq_await(struct rabbitmq *r, amqp_method_number_t one,
                   amqp_method_number_t other, int64_t until_ns,
                   amqp_method_t *came);

/* Reads the content of an item with this tag. */
int rabbitmq_take(struct rabbitmq *r, uint64_t tag, struct far_item *item);

/* Before each use of the connection: 0 or ENOTCONN.  And after something was sent
 * that has no answer: the same.
 */
int rabbitmq_begin(struct rabbitmq *r);
int rabbitmq_sent(struct rabbitmq *r, int status);

/* Of the engine; in put.c and items.c, but for the first. */
int rabbitmq_length(void *connection, struct far_length *length);
int rabbitmq_put(void *connection, const char *key, const char *body);
int rabbitmq_put_n(void *connection, struct far_entry *entries, size_t n);
int rabbitmq_look(void *connection, struct far_item *item);
int rabbitmq_wait(void *connection, struct far_item *item, int64_t ns);
int rabbitmq_done(void *connection, const struct far_item *item);
int rabbitmq_requeue(void *connection, const struct far_item *item);
int rabbitmq_bury(void *connection, const struct far_item *item);

#endif
