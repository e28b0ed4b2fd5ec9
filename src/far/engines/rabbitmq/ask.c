/* Reaching RabbitMQ: the connection, its limits, what an answer means.
 * SPDX-License-Identifier: MIT
 */
#include <amqp_tcp_socket.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>

#include "clock.h"
#include "far/engines/rabbitmq/rabbitmq.h"

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
