/* Asking RabbitMQ: the connection, its limits, what an answer means.
 * SPDX-License-Identifier: MIT
 */
#include <amqp_tcp_socket.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>

#include "clock.h"
#include "far/rabbitmq/rabbitmq.h"

enum { URL_BYTES = 512, FRAME_BYTES = 128 * 1024 };

static struct timeval
after(int64_t ns)
{
    return (struct timeval){ns / NS_PER_S, ns % NS_PER_S / NS_PER_US};
}

/* No heartbeats: a worker that works does not answer any. */
static int
log_in(struct rabbitmq *r, const struct amqp_connection_info *to)
{
    struct timeval limit = after(FAR_STALL_NS);
    amqp_socket_t *socket = amqp_tcp_socket_new(r->conn);

    if (!socket)
        return ENOMEM;
    if (amqp_socket_open_noblock(socket, to->host, to->port, &limit) ||
        amqp_set_handshake_timeout(r->conn, &limit) ||
        amqp_set_rpc_timeout(r->conn, &limit))
        return ENOTCONN;
    int error =
        rabbitmq_answer(r, amqp_login(r->conn, to->vhost, RABBITMQ_CHANNEL,
                                      FRAME_BYTES, 0, AMQP_SASL_METHOD_PLAIN,
                                      to->user, to->password));
    if (error)
        return error;
    amqp_channel_open(r->conn, RABBITMQ_CHANNEL);
    error = rabbitmq_answer(r, amqp_get_rpc_reply(r->conn));
    if (error)
        return error;
    amqp_confirm_select(r->conn, RABBITMQ_CHANNEL);
    return rabbitmq_answer(r, amqp_get_rpc_reply(r->conn));
}

int
rabbitmq_connect(struct rabbitmq *r, const char *url)
{
    struct amqp_connection_info to;
    char text[URL_BYTES];

    if ((size_t)snprintf(text, sizeof(text), "%s", url) >= sizeof(text) ||
        amqp_parse_url(text, &to))
        return EINVAL;
    r->conn = amqp_new_connection();
    int error = r->conn ? log_in(r, &to) : ENOMEM;
    explicit_bzero(text, sizeof(text));
    return error;
}

/* A queue that is just being made, by another connection, has no process yet. */
static bool
is_soon(const amqp_rpc_reply_t *reply)
{
    const amqp_channel_close_t *close = reply->reply.decoded;

    return reply->reply.id == AMQP_CHANNEL_CLOSE_METHOD &&
           close->reply_code == AMQP_INTERNAL_ERROR;
}

/* A channel that the broker has closed is of no more use either. */
int
rabbitmq_answer(struct rabbitmq *r, amqp_rpc_reply_t reply)
{
    if (reply.reply_type == AMQP_RESPONSE_NORMAL)
        return 0;
    r->is_broken = true;
    if (reply.reply_type == AMQP_RESPONSE_SERVER_EXCEPTION)
        return is_soon(&reply) ? ENOTCONN : EIO;
    return reply.library_error == AMQP_STATUS_NO_MEMORY ? ENOMEM : ENOTCONN;
}

static int
next_frame(struct rabbitmq *r, int64_t until_ns, amqp_frame_t *frame)
{
    int64_t left_ns = until_ns - clock_now_ns();
    struct timeval limit = after(left_ns > 0 ? left_ns : 0);
    int status = amqp_simple_wait_frame_noblock(r->conn, frame, &limit);

    if (status == AMQP_STATUS_OK)
        return 0;
    r->is_broken |= status != AMQP_STATUS_TIMEOUT;
    return status == AMQP_STATUS_TIMEOUT ? EAGAIN : ENOTCONN;
}

/* How often it came before; the broker adds the header with the first return. */
static unsigned
earlier_deliveries(const amqp_basic_properties_t *p)
{
    const amqp_table_t *headers = &p->headers;

    if (!(p->_flags & AMQP_BASIC_HEADERS_FLAG))
        return 0;
    for (int i = 0; i < headers->num_entries; i++) {
        const amqp_table_entry_t *e = &headers->entries[i];
        if (e->key.len == strlen("x-delivery-count") &&
            !memcmp(e->key.bytes, "x-delivery-count", e->key.len))
            return e->value.kind == AMQP_FIELD_KIND_I64
                       ? (unsigned)e->value.value.i64
                       : e->value.value.u8;
    }
    return 0;
}

/* The content follows its method at once; half of one is a broken server. */
int
rabbitmq_take(struct rabbitmq *r, uint64_t tag, struct far_item *item)
{
    int64_t until_ns = clock_now_ns() + FAR_STALL_NS;
    size_t n = 0, n_all;
    amqp_frame_t frame;

    if (next_frame(r, until_ns, &frame) ||
        frame.frame_type != AMQP_FRAME_HEADER)
        return ENOTCONN;
    const amqp_basic_properties_t *p = frame.payload.properties.decoded;
    n_all = frame.payload.properties.body_size;
    snprintf(item->ticket, FAR_TICKET, "%lld.%llu", (long long)r->opened_ns,
             (unsigned long long)tag);
    if (!(p->_flags & AMQP_BASIC_MESSAGE_ID_FLAG))
        return EIO; /* it is not of far_put */
    snprintf(item->key, FAR_KEY, "%.*s", (int)p->message_id.len,
             (const char *)p->message_id.bytes);
    item->attempts = 1 + earlier_deliveries(p);
    while (n < n_all && n_all < FAR_BODY) {
        if (next_frame(r, until_ns, &frame) ||
            frame.frame_type != AMQP_FRAME_BODY ||
            frame.payload.body_fragment.len > n_all - n)
            return ENOTCONN;
        memcpy(item->body + n, frame.payload.body_fragment.bytes,
               frame.payload.body_fragment.len);
        n += frame.payload.body_fragment.len;
    }
    item->body[n] = '\0';
    r->in_hand = tag;
    return n == n_all ? 0 : ENOTCONN;
}

int
rabbitmq_await(struct rabbitmq *r, amqp_method_number_t one,
               amqp_method_number_t other, int64_t until_ns,
               amqp_method_number_t *came)
{
    amqp_frame_t frame;
    int error;

    while (!(error = next_frame(r, until_ns, &frame))) {
        *came =
            frame.frame_type == AMQP_FRAME_METHOD ? frame.payload.method.id : 0;
        if (*came == AMQP_BASIC_DELIVER_METHOD) {
            const amqp_basic_deliver_t *d = frame.payload.method.decoded;
            error = rabbitmq_take(r, d->delivery_tag, &r->pushed);
            r->is_pushed = !error;
        } else if (*came != one && *came != other)
            error = ENOTCONN;
        r->is_broken |= error != 0;
        if (error || *came == one || *came == other)
            return error;
    }
    return error;
}
