/* Getting and answering an item over RabbitMQ.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "far/engines/rabbitmq/rabbitmq.h"

/* Answers an item that is in hand: with an ack, or a reject. */
static int
answer(struct rabbitmq *r, bool is_done, bool again)
{
    uint64_t tag = r->in_hand;

    r->in_hand = 0;
    r->answered = tag;
    return rabbitmq_sent(
        r, is_done ? amqp_basic_ack(r->conn, RABBITMQ_CHANNEL, tag, false)
                   : amqp_basic_reject(r->conn, RABBITMQ_CHANNEL, tag, again));
}

static int
get(struct rabbitmq *r, struct far_item *item)
{
    far_count(r->counts, 1, 1);
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
    amqp_method_t came;
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
    int error = rabbitmq_begin(r);

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
    int error = rabbitmq_begin(r);

    if (!error && !r->consumes) {
        far_count(r->counts, 1, 1);
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
    int error = rabbitmq_begin(r);

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
