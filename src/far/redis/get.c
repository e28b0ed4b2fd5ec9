/* Getting an item from Redis: a look, a wait, and what other workers have left.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "far/redis/redis.h"

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

static int
take_read(redisReply *reply, struct far_item *item)
{
    int error = redis_error(reply);

    if (!error && reply->type == REDIS_REPLY_NIL)
        error = EAGAIN;
    if (!error)
        error = take(reply->element[0]->element[1]->element[0], item);
    if (reply)
        freeReplyObject(reply);
    return error;
}

int
redis_look(void *connection, struct far_item *item)
{
    struct redis *r = connection;
    int error = claim(r, item);

    if (error != EAGAIN)
        return error;
    return take_read(redis_ask(r,
                               "XREADGROUP GROUP workers worker COUNT 1 "
                               "STREAMS %s >",
                               r->stream),
                     item);
}

/* BLOCK 0 would be for ever, so the least wait is 1 ms. */
int
redis_wait(void *connection, struct far_item *item, int64_t ns)
{
    struct redis *r = connection;
    long long ms = (ns + NS_PER_MS - 1) / NS_PER_MS;

    if (redis_allow(r, ns))
        return ENOTCONN;
    int error = take_read(redis_ask(r,
                                    "XREADGROUP GROUP workers worker COUNT 1"
                                    " BLOCK %lld STREAMS %s >",
                                    ms, r->stream),
                          item);
    return redis_allow(r, 0) && error == EAGAIN ? ENOTCONN : error;
}
