/* Getting an item from Redis: a look, a wait, and what other workers have left.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "far/engines/redis/redis.h"

/* Copies the entry [id, [k, key, b, body, a, attempts]]. */
static int
take(const redisReply *entry, struct far_item *item)
{
    const redisReply *fields;

    if (entry->type != REDIS_REPLY_ARRAY || entry->elements != 2)
        return EIO;
    fields = entry->element[1];
    if (fields->type != REDIS_REPLY_ARRAY || fields->elements != 6)
        return EIO;
    snprintf(item->ticket, FAR_TICKET, "%s", entry->element[0]->str);
    snprintf(item->key, FAR_KEY, "%s", fields->element[1]->str);
    snprintf(item->body, FAR_BODY, "%s", fields->element[3]->str);
    item->attempts = 1 + (unsigned)strtoul(fields->element[5]->str, NULL, 10);
    return 0;
}

/* Adds the attempts that ended with their lease. */
static int
count_attempts(struct redis *r, struct far_item *item)
{
    redisReply *reply = redis_ask(r, "XPENDING %s workers %s %s 1", r->stream,
                                  item->ticket, item->ticket);
    int error = redis_error(reply);

    if (!error && reply->elements == 1)
        item->attempts +=
            (unsigned)(reply->element[0]->element[3]->integer - 1);
    if (reply)
        freeReplyObject(reply);
    return error;
}

/* One step of XAUTOCLAIM: 0, EAGAIN, or EINTR when there is more to look at. */
static int
claim_step(struct redis *r, struct far_item *item)
{
    redisReply *reply =
        redis_ask(r, "XAUTOCLAIM %s workers worker %lld %s COUNT 1", r->stream,
                  (long long)(r->lease_ns / NS_PER_MS), r->cursor);
    int error = redis_error(reply);

    if (!error) {
        snprintf(r->cursor, sizeof(r->cursor), "%s", reply->element[0]->str);
        if (reply->element[1]->elements)
            error = take(reply->element[1]->element[0], item);
        else
            error = strcmp(r->cursor, "0-0") ? EINTR : EAGAIN;
    }
    if (reply)
        freeReplyObject(reply);
    return error;
}

static int
claim(struct redis *r, struct far_item *item)
{
    int error;

    if (clock_now_ns() - r->claimed_ns < r->lease_ns / 2)
        return EAGAIN;
    while ((error = claim_step(r, item)) == EINTR)
        continue;
    if (error == EAGAIN)
        r->claimed_ns = clock_now_ns();
    return error ? error : count_attempts(r, item);
}

/* Of a stream that was read; at least one entry, or nil. */
static int
take_read(redisReply *reply, struct far_item *items, size_t *n_got)
{
    int error = redis_error(reply);
    const redisReply *entries = NULL;

    if (!error && reply->type == REDIS_REPLY_NIL)
        error = EAGAIN;
    if (!error)
        entries = reply->element[0]->element[1];
    *n_got = entries ? entries->elements : 0;
    for (size_t i = 0; !error && i < *n_got; i++)
        error = take(entries->element[i], &items[i]);
    if (reply)
        freeReplyObject(reply);
    return error;
}

/* What another worker has left comes alone. */
int
redis_look_n(void *connection, struct far_item *items, size_t n, size_t *n_got)
{
    struct redis *r = connection;
    int error = claim(r, items);

    *n_got = 1;
    if (error != EAGAIN)
        return error;
    return take_read(redis_ask(r,
                               "XREADGROUP GROUP workers worker COUNT %d "
                               "STREAMS %s >",
                               (int)n, r->stream),
                     items, n_got);
}

int
redis_look(void *connection, struct far_item *item)
{
    size_t n_got;

    return redis_look_n(connection, item, 1, &n_got);
}

/* BLOCK 0 would be for ever, so the least wait is 1 ms. */
int
redis_wait(void *connection, struct far_item *item, int64_t ns)
{
    struct redis *r = connection;
    long long ms = (ns + NS_PER_MS - 1) / NS_PER_MS;
    size_t n_got;

    if (redis_allow(r, ns))
        return ENOTCONN;
    int error = take_read(redis_ask(r,
                                    "XREADGROUP GROUP workers worker COUNT 1"
                                    " BLOCK %lld STREAMS %s >",
                                    ms, r->stream),
                          item, &n_got);
    return redis_allow(r, 0) && error == EAGAIN ? ENOTCONN : error;
}
