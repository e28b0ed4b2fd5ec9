/* Putting items into RabbitMQ, which confirms each, or many at once.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "clock.h"
#include "far/engines/rabbitmq/rabbitmq.h"

enum { UNCONFIRMED = -1 };

int
rabbitmq_begin(struct rabbitmq *r)
{
    if (r->is_broken)
        return ENOTCONN;
    amqp_maybe_release_buffers(r->conn);
    return 0;
}

int
rabbitmq_sent(struct rabbitmq *r, int status)
{
    far_count(r->counts, 1, 0);
    r->is_broken |= status != AMQP_STATUS_OK;
    return status == AMQP_STATUS_OK ? 0 : ENOTCONN;
}

static int
publish(struct rabbitmq *r, const struct far_entry *e)
{
    amqp_basic_properties_t p = {._flags = AMQP_BASIC_MESSAGE_ID_FLAG |
                                           AMQP_BASIC_DELIVERY_MODE_FLAG,
                                 .message_id = amqp_cstring_bytes(e->key),
                                 .delivery_mode = AMQP_DELIVERY_PERSISTENT};

    r->n_published++;
    return rabbitmq_sent(r, amqp_basic_publish(r->conn, RABBITMQ_CHANNEL,
                                               amqp_empty_bytes,
                                               amqp_cstring_bytes(r->queue),
                                               false, false, &p,
                                               amqp_cstring_bytes(e->body)));
}

/* Notes one confirmation: of this number, or of all up to it.  Returns how many
 * entries it was the first for.
 */
static size_t
note(struct far_entry *entries, size_t n, uint64_t first, uint64_t number,
     bool all, int error)
{
    size_t n_noted = 0;

    for (size_t i = 0; i < n; i++)
        if (entries[i].error == UNCONFIRMED &&
            (first + i == number || (all && first + i < number))) {
            entries[i].error = error;
            n_noted++;
        }
    return n_noted;
}

/* Both methods have the same fields, in their own types. */
static size_t
note_method(struct far_entry *entries, size_t n, uint64_t first,
            const amqp_method_t *m)
{
    const amqp_basic_ack_t *ack = m->decoded;
    const amqp_basic_nack_t *nack = m->decoded;

    if (m->id == AMQP_BASIC_ACK_METHOD)
        return note(entries, n, first, ack->delivery_tag, ack->multiple, 0);
    return note(entries, n, first, nack->delivery_tag, nack->multiple, EAGAIN);
}

/* Until the broker has confirmed or refused all. */
static int
await_confirms(struct rabbitmq *r, struct far_entry *entries, size_t n)
{
    uint64_t first = r->n_published - n + 1;
    int error = 0;

    far_count(r->counts, 0, n > 0);
    for (size_t left = n; !error && left > 0;) {
        amqp_method_t came = {0};
        error = rabbitmq_await(r, AMQP_BASIC_ACK_METHOD, AMQP_BASIC_NACK_METHOD,
                               clock_now_ns() + FAR_STALL_NS, &came);
        if (!error)
            left -= note_method(entries, n, first, &came);
    }
    return error ? ENOTCONN : 0;
}

/* How many of n there is room for. */
static int
room_for(struct rabbitmq *r, size_t *n)
{
    struct far_length length = {0};
    int error = rabbitmq_begin(r);

    if (error || !r->capacity)
        return error;
    error = rabbitmq_length(r, &length);
    size_t room = length.ready < r->capacity ? r->capacity - length.ready : 0;
    *n = room < *n ? room : *n;
    return error;
}

int
rabbitmq_put_n(void *connection, struct far_entry *entries, size_t n)
{
    struct rabbitmq *r = connection;
    size_t n_fitting = n;
    int error = room_for(r, &n_fitting);

    for (size_t i = 0; i < n; i++)
        entries[i].error = i < n_fitting ? UNCONFIRMED : EAGAIN;
    for (size_t i = 0; !error && i < n_fitting; i++)
        error = publish(r, &entries[i]);
    return error ? error : await_confirms(r, entries, n_fitting);
}

int
rabbitmq_put(void *connection, const char *key, const char *body)
{
    struct far_entry entry = {.key = key, .body = body};
    int error = rabbitmq_put_n(connection, &entry, 1);

    return error ? error : entry.error;
}
