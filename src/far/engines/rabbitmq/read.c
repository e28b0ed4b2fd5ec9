/* Reading from RabbitMQ: what the broker sends, frame by frame.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>

#include "clock.h"
#include "far/engines/rabbitmq/rabbitmq.h"

static int
next_frame(struct rabbitmq *r, int64_t until_ns, amqp_frame_t *frame)
{
    int64_t left_ns = until_ns - clock_now_ns();
    int64_t ns = left_ns > 0 ? left_ns : 0;
    struct timeval limit = {ns / NS_PER_S, ns % NS_PER_S / NS_PER_US};
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
               amqp_method_t *came)
{
    amqp_frame_t frame;
    int error;

    while (!(error = next_frame(r, until_ns, &frame))) {
        *came = frame.frame_type == AMQP_FRAME_METHOD ? frame.payload.method
                                                      : (amqp_method_t){0};
        if (came->id == AMQP_BASIC_DELIVER_METHOD) {
            const amqp_basic_deliver_t *d = came->decoded;
            error = rabbitmq_take(r, d->delivery_tag, &r->pushed);
            r->is_pushed = !error;
        } else if (came->id != one && came->id != other)
            error = ENOTCONN;
        r->is_broken |= error != 0;
        if (error || came->id == one || came->id == other)
            return error;
    }
    return error;
}
