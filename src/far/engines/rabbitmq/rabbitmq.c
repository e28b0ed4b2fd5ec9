/* The far queue over RabbitMQ: the queues, their lengths, the connection's end.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

#include "array_len.h"
#include "clock.h"
#include "far/engines/rabbitmq/rabbitmq.h"

static void
rabbitmq_close(void *connection)
{
    struct rabbitmq *r = connection;

    if (r->conn)
        amqp_destroy_connection(r->conn);
    free(r);
}

static amqp_table_entry_t
text(const char *key, const char *value)
{
    return (
        amqp_table_entry_t){amqp_cstring_bytes(key),
                            {.kind = AMQP_FIELD_KIND_UTF8,
                             .value = {.bytes = amqp_cstring_bytes(value)}}};
}

/* Makes a queue, or only asks for it; says how many items are ready in it. */
static int
declare(struct rabbitmq *r, const char *name, bool only_asks,
        amqp_table_t arguments, size_t *n_ready)
{
    far_count(r->counts, 1, 1);
    const amqp_queue_declare_ok_t *ok =
        amqp_queue_declare(r->conn, RABBITMQ_CHANNEL, amqp_cstring_bytes(name),
                           only_asks, true, false, false, arguments);
    int error = rabbitmq_answer(r, amqp_get_rpc_reply(r->conn));
    if (!error && n_ready)
        *n_ready = ok->message_count;
    return error;
}

static int
make_queues(struct rabbitmq *r)
{
    amqp_table_entry_t entries[] = {text("x-queue-type", "quorum"),
                                    text("x-overflow", "reject-publish"),
                                    text("x-dead-letter-exchange", ""),
                                    text("x-dead-letter-routing-key", r->dead),
                                    text("x-dead-letter-strategy",
                                         "at-least-once")};
    const int n = ARRAY_LEN(entries);
    int error = declare(r, r->dead, false, (amqp_table_t){1, entries}, NULL);

    if (!error)
        error = declare(r, r->queue, false, (amqp_table_t){n, entries}, NULL);
    return error;
}

/* The prefetch is for the consumer to come; asking for it is also a ping. */
static int
rabbitmq_ping(void *connection)
{
    struct rabbitmq *r = connection;

    far_count(r->counts, 1, 1);
    amqp_basic_qos(r->conn, RABBITMQ_CHANNEL, 0, 1, false);
    return rabbitmq_answer(r, amqp_get_rpc_reply(r->conn));
}

static int
rabbitmq_open(const struct far_options *options, struct far_counts *counts,
              void **connection)
{
    struct rabbitmq *r = calloc(1, sizeof(*r));

    if (!r)
        return ENOMEM;
    r->counts = counts;
    r->opened_ns = clock_now_ns();
    r->capacity = options->capacity;
    snprintf(r->queue, sizeof(r->queue), "doorbell_%s", options->name);
    snprintf(r->dead, sizeof(r->dead), "%s-dead", r->queue);
    int error = rabbitmq_connect(r, options->url);
    if (!error)
        error = rabbitmq_ping(r);
    if (!error)
        error = make_queues(r);
    if (error)
        rabbitmq_close(r);
    else
        *connection = r;
    return error;
}

int
rabbitmq_length(void *connection, struct far_length *length)
{
    struct rabbitmq *r = connection;
    int error = r->is_broken ? ENOTCONN : 0;

    length->in_flight = FAR_UNKNOWN;
    if (!error)
        error = declare(r, r->queue, true, amqp_empty_table, &length->ready);
    if (!error)
        error = declare(r, r->dead, true, amqp_empty_table, &length->dead);
    return error;
}

static int
rabbitmq_drop(void *connection)
{
    struct rabbitmq *r = connection;
    const char *names[] = {r->queue, r->dead};
    int error = r->is_broken ? ENOTCONN : 0;

    for (size_t i = 0; !error && i < ARRAY_LEN(names); i++) {
        far_count(r->counts, 1, 1);
        amqp_queue_delete(r->conn, RABBITMQ_CHANNEL,
                          amqp_cstring_bytes(names[i]), false, false);
        error = rabbitmq_answer(r, amqp_get_rpc_reply(r->conn));
    }
    return error;
}

static void
rabbitmq_cut(void *connection)
{
    struct rabbitmq *r = connection;

    shutdown(amqp_get_sockfd(r->conn), SHUT_RDWR);
}

const struct far_engine far_rabbitmq = {
    .scheme = "amqp://",
    .lacks = FAR_NO_KEYS | FAR_NO_LEASE | FAR_NO_COUNT | FAR_ONE_IN_HAND,
    .open = rabbitmq_open,
    .ping = rabbitmq_ping,
    .put = rabbitmq_put,
    .look = rabbitmq_look,
    .wait = rabbitmq_wait,
    .done = rabbitmq_done,
    .put_n = rabbitmq_put_n,
    .requeue = rabbitmq_requeue,
    .bury = rabbitmq_bury,
    .length = rabbitmq_length,
    .drop = rabbitmq_drop,
    .cut = rabbitmq_cut,
    .close = rabbitmq_close,
};
