/* Putting, getting and answering an item over RabbitMQ.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "far/rabbitmq/rabbitmq.h"

/* What is before each use of the connection. */
static int
begin(struct rabbitmq *r)
{
    if (r->is_broken)
        return ENOTCONN;
    amqp_maybe_release_buffers(r->conn);
    return 0;
}

/* It was sent, or the connection is broken; there is no answer to it. */
static int
sent(struct rabbitmq *r, int status)
{
    atomic_fetch_add(r->n_asked, 1);
    r->is_broken |= status != AMQP_STATUS_OK;
    return status == AMQP_STATUS_OK ? 0 : ENOTCONN;
}

static int
publish(struct rabbitmq *r, const char *key, const char *body)
{
    amqp_method_number_t came = 0;
    amqp_basic_properties_t p = {._flags = AMQP_BASIC_MESSAGE_ID_FLAG |
                                           AMQP_BASIC_DELIVERY_MODE_FLAG,
                                 .message_id = amqp_cstring_bytes(key),
                                 .delivery_mode = AMQP_DELIVERY_PERSISTENT};
    int error =
        sent(r, amqp_basic_publish(r->conn, RABBITMQ_CHANNEL, amqp_empty_bytes,
                                   amqp_cstring_bytes(r->queue), false, false,
                                   &p, amqp_cstring_bytes(body)));
    if (!error)
        error = rabbitmq_await(r, AMQP_BASIC_ACK_METHOD, AMQP_BASIC_NACK_METHOD,
                               clock_now_ns() + FAR_STALL_NS, &came);
    if (error)
        return ENOTCONN;
    return came == AMQP_BASIC_ACK_METHOD ? 0 : EAGAIN;
}

int
rabbitmq_put(void *connection, const char *key, const char *body)
{
    struct rabbitmq *r = connection;
    struct far_length n = {0};
    int error = begin(r);

    if (!error && r->capacity)
        error = rabbitmq_length(r, &n);
    if (error)
        return error;
    return r->capacity && n.ready >= r->capacity ? EAGAIN
                                                 : publish(r, key, body);
}

/* Answers an item that is in hand: with an ack, or a reject. */
static int
answer(struct rabbitmq *r, bool is_done, bool again)
{
    uint64_t tag = r->in_hand;

    r->in_hand = 0;
    r->answered = tag;
    return sent(r,
                is_done
                    ? amqp_basic_ack(r->conn, RABBITMQ_CHANNEL, tag, false)
                    : amqp_basic_reject(r->conn, RABBITMQ_CHANNEL, tag, again));
}

static int
get(struct rabbitmq *r, struct far_item *item)
{
    atomic_fetch_add(r->n_asked, 1);
    amqp_rpc_reply_t reply =
        amqp_basic_get(r->conn, RABBITMQ_CHANNEL, amqp_cstring_bytes(r->queue),
                       false);
    int error = rabbitmq_answer(r, reply);

    if (error)
        return error;
    if (reply.reply.id != AMQP_BASIC_GET_OK_METHOD)
        return EAGAIN;
    const amqp_basic_get_ok_t *found = reply.reply.decoded;
    return rabbitmq_take(r, found->delivery_tag, item);
}

/* Until an item was pushed, at most until a moment. */
static int
take_pushed(struct rabbitmq *r, struct far_item *item, int64_t until_ns)
{
    amqp_method_number_t came;
    int error = r->is_pushed ? 0
                             : rabbitmq_await(r, AMQP_BASIC_DELIVER_METHOD,
                                              AMQP_BASIC_DELIVER_METHOD,
                                              until_ns, &came);

    if (error)
        return error;
    *item = r->pushed;
    r->is_pushed = false;
    return 0;
}

/* A caller that goes on without an answer gives up its item. */
int
rabbitmq_look(void *connection, struct far_item *item)
{
    struct rabbitmq *r = connection;
    int error = begin(r);

    if (!error && r->in_hand && !r->is_pushed)
        error = answer(r, false, true);
    if (error)
        return error;
    return r->consumes ? take_pushed(r, item, 0) : get(r, item);
}

int
rabbitmq_wait(void *connection, struct far_item *item, int64_t ns)
{
    struct rabbitmq *r = connection;
    int64_t until_ns = clock_now_ns() + ns;
    int error = begin(r);

    if (!error && !r->consumes) {
        atomic_fetch_add(r->n_asked, 1);
        amqp_basic_consume(r->conn, RABBITMQ_CHANNEL,
                           amqp_cstring_bytes(r->queue), amqp_empty_bytes,
                           false, false, false, amqp_empty_table);
        error = rabbitmq_answer(r, amqp_get_rpc_reply(r->conn));
        r->consumes = !error;
    }
    return error ? error : take_pushed(r, item, until_ns);
}

static int
answer_item(struct rabbitmq *r, const struct far_item *item, bool is_done,
            bool again)
{
    long long opened_ns;
    unsigned long long tag;
    int error = begin(r);

    if (error)
        return error;
    if (sscanf(item->ticket, "%lld.%llu", &opened_ns, &tag) != 2)
        return EINVAL;
    if (opened_ns != r->opened_ns || (tag != r->in_hand && tag != r->answered))
        return ESTALE;
    return tag == r->in_hand ? answer(r, is_done, again) : 0;
}

int
rabbitmq_done(void *connection, const struct far_item *item)
{
    return answer_item(connection, item, true, false);
}

int
rabbitmq_requeue(void *connection, const struct far_item *item)
{
    return answer_item(connection, item, false, true);
}

int
rabbitmq_bury(void *connection, const struct far_item *item)
{
    return answer_item(connection, item, false, false);
}
