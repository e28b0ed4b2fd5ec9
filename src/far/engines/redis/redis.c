/* The far queue over Redis: all but putting and getting an item.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "far/engines/redis/redis.h"

static const char requeue_script[] =
    "redis.call('XACK', KEYS[1], 'workers', ARGV[1]) "
    "if redis.call('XDEL', KEYS[1], ARGV[1]) == 0 then return 0 end "
    "redis.call('XADD', KEYS[1], '*', 'k', ARGV[2], 'b', ARGV[3], 'a', ARGV[4])"
    "return 1";
static const char bury_script[] =
    "redis.call('XACK', KEYS[1], 'workers', ARGV[1]) "
    "if redis.call('XDEL', KEYS[1], ARGV[1]) == 0 then return 0 end "
    "return redis.call('RPUSH', KEYS[2], ARGV[2])";

static void
redis_close(void *connection)
{
    struct redis *r = connection;

    if (r->context)
        redisFree(r->context);
    free(r);
}

/* A group that is there already is an error to Redis, and none to us. */
static int
make_group(struct redis *r)
{
    redisReply *reply =
        redis_ask(r, "XGROUP CREATE %s workers 0 MKSTREAM", r->stream);
    int error = redis_error(reply);

    if (error == EIO && !strncmp(reply->str, "BUSYGROUP", 9))
        error = 0;
    if (reply)
        freeReplyObject(reply);
    return error;
}

static int
redis_open(const struct far_options *options, struct far_counts *counts,
           void **connection)
{
    struct redis *r = calloc(1, sizeof(*r));

    if (!r)
        return ENOMEM;
    r->counts = counts;
    r->capacity = options->capacity;
    r->lease_ns = options->lease_ns;
    strcpy(r->cursor, "0-0");
    snprintf(r->stream, sizeof(r->stream), "doorbell:%s", options->name);
    snprintf(r->keys, sizeof(r->keys), "%s:keys", r->stream);
    snprintf(r->dead, sizeof(r->dead), "%s:dead", r->stream);
    int error = redis_connect(r, options->url);
    if (!error)
        error = make_group(r);
    if (error)
        redis_close(r);
    else
        *connection = r;
    return error;
}

static int
redis_ping(void *connection)
{
    return redis_number(redis_ask(connection, "PING"), NULL);
}

static int
redis_requeue(void *connection, const struct far_item *item)
{
    struct redis *r = connection;

    return redis_number(redis_ask(r, "EVAL %s 1 %s %s %s %s %u", requeue_script,
                                  r->stream, item->ticket, item->key,
                                  item->body, item->attempts),
                        NULL);
}

static int
redis_bury(void *connection, const struct far_item *item)
{
    struct redis *r = connection;

    return redis_number(redis_ask(r, "EVAL %s 2 %s %s %s %s", bury_script,
                                  r->stream, r->dead, item->ticket, item->key),
                        NULL);
}

static int
redis_length(void *connection, struct far_length *length)
{
    static const char script[] =
        "local n = redis.call('XPENDING', KEYS[1], 'workers')[1] "
        "return {redis.call('XLEN', KEYS[1]) - n, n, redis.call('LLEN', "
        "KEYS[2])}";
    struct redis *r = connection;
    redisReply *reply =
        redis_ask(r, "EVAL %s 2 %s %s", script, r->stream, r->dead);
    int error = redis_error(reply);

    if (!error)
        *length = (struct far_length){(size_t)reply->element[0]->integer,
                                      (size_t)reply->element[1]->integer,
                                      (size_t)reply->element[2]->integer};
    if (reply)
        freeReplyObject(reply);
    return error;
}

static int
redis_drop(void *connection)
{
    struct redis *r = connection;

    return redis_number(redis_ask(r, "DEL %s %s %s", r->stream, r->keys,
                                  r->dead),
                        NULL);
}

static void
redis_cut(void *connection)
{
    const struct redis *r = connection;

    shutdown(r->context->fd, SHUT_RDWR);
}

const struct far_engine far_redis = {
    .scheme = "unix:",
    .also = "redis://",
    .open = redis_open,
    .ping = redis_ping,
    .put = redis_put,
    .look = redis_look,
    .wait = redis_wait,
    .done = redis_done,
    .put_n = redis_put_n,
    .look_n = redis_look_n,
    .done_n = redis_done_n,
    .requeue = redis_requeue,
    .bury = redis_bury,
    .length = redis_length,
    .drop = redis_drop,
    .cut = redis_cut,
    .close = redis_close,
};
