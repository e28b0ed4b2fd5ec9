/* The far queue over Redis: a stream, a group of workers, and a list of the dead.
 * SPDX-License-Identifier: MIT
 *
 * How it works: XREADGROUP hands an entry to one worker and keeps it pending;
 * with BLOCK it is also how a worker waits.  XACK and XDEL end it.  An entry that
 * is pending for longer than the lease is taken over by XAUTOCLAIM, which is
 * asked twice per lease.  What must not be torn apart by a crash is a script,
 * which Redis runs whole.  Field a counts the attempts before a requeue; XPENDING
 * has those since.
 */
#include <hiredis/hiredis.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "clock.h"
#include "engine.h"

struct redis {
    redisContext *context;
    char stream[FAR_NAME + 16], keys[FAR_NAME + 32], dead[FAR_NAME + 32];
    int64_t lease_ns, claimed_ns; /* the last time that no lease had ended */
    char cursor[FAR_TICKET];      /* where XAUTOCLAIM goes on */
};

static const char put_script[] =
    "if redis.call('SADD', KEYS[2], ARGV[1]) == 0 then return 0 end "
    "redis.call('XADD', KEYS[1], '*', 'k', ARGV[1], 'b', ARGV[2], 'a', 0) "
    "return 1";
static const char done_script[] =
    "redis.call('XACK', KEYS[1], 'workers', ARGV[1]) "
    "return redis.call('XDEL', KEYS[1], ARGV[1])";
static const char requeue_script[] =
    "redis.call('XACK', KEYS[1], 'workers', ARGV[1]) "
    "if redis.call('XDEL', KEYS[1], ARGV[1]) == 0 then return 0 end "
    "redis.call('XADD', KEYS[1], '*', 'k', ARGV[2], 'b', ARGV[3], 'a', ARGV[4])"
    "return 1";
static const char bury_script[] =
    "redis.call('XACK', KEYS[1], 'workers', ARGV[1]) "
    "if redis.call('XDEL', KEYS[1], ARGV[1]) == 0 then return 0 end "
    "return redis.call('RPUSH', KEYS[2], ARGV[2])";

/* What an answer means; a server that still reads its file is as good as away. */
static int
error_of(const redisReply *reply)
{
    if (!reply)
        return ENOTCONN;
    if (reply->type != REDIS_REPLY_ERROR)
        return 0;
    return strncmp(reply->str, "LOADING", 7) ? EIO : ENOTCONN;
}

/* For commands whose answer is a number, or is of no interest. */
static int
number(redisReply *reply, long long *value)
{
    int error = error_of(reply);

    if (!error && value)
        *value = reply->integer;
    if (reply)
        freeReplyObject(reply);
    return error;
}

static struct timeval
after(int64_t ns)
{
    return (struct timeval){ns / NS_PER_S, ns % NS_PER_S / NS_PER_US};
}

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
        redisCommand(r->context, "XGROUP CREATE %s workers 0 MKSTREAM",
                     r->stream);
    int error = error_of(reply);

    if (error == EIO && !strncmp(reply->str, "BUSYGROUP", 9))
        error = 0;
    if (reply)
        freeReplyObject(reply);
    return error;
}

static int
redis_open(const struct far_options *options, void **connection)
{
    struct redis *r = calloc(1, sizeof(*r));

    if (!r)
        return ENOMEM;
    r->lease_ns = options->lease_ns;
    strcpy(r->cursor, "0-0");
    snprintf(r->stream, sizeof(r->stream), "doorbell:%s", options->name);
    snprintf(r->keys, sizeof(r->keys), "%s:keys", r->stream);
    snprintf(r->dead, sizeof(r->dead), "%s:dead", r->stream);
    r->context = redisConnectUnixWithTimeout(options->url + strlen("unix:"),
                                             after(FAR_STALL_NS));
    int error = !r->context || r->context->err ? ENOTCONN : 0;
    if (!error && redisSetTimeout(r->context, after(FAR_STALL_NS)))
        error = ENOTCONN;
    if (!error)
        error = make_group(r);
    if (error)
        redis_close(r);
    else
        *connection = r;
    return error;
}

static int
redis_put(void *connection, const char *key, const char *body)
{
    struct redis *r = connection;
    long long fresh = 0;
    int error = number(redisCommand(r->context, "EVAL %s 2 %s %s %s %s",
                                    put_script, r->stream, r->keys, key, body),
                       &fresh);

    return error ? error : fresh ? 0 : EEXIST;
}

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
    redisReply *reply = redisCommand(r->context, "XPENDING %s workers %s %s 1",
                                     r->stream, item->ticket, item->ticket);
    int error = error_of(reply);

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
        redisCommand(r->context, "XAUTOCLAIM %s workers worker %lld %s COUNT 1",
                     r->stream, (long long)(r->lease_ns / NS_PER_MS),
                     r->cursor);
    int error = error_of(reply);

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
    int error = error_of(reply);

    if (!error && reply->type == REDIS_REPLY_NIL)
        error = EAGAIN;
    if (!error)
        error = take(reply->element[0]->element[1]->element[0], item);
    if (reply)
        freeReplyObject(reply);
    return error;
}

static int
redis_look(void *connection, struct far_item *item)
{
    struct redis *r = connection;
    int error = claim(r, item);

    if (error != EAGAIN)
        return error;
    return take_read(redisCommand(r->context,
                                  "XREADGROUP GROUP workers worker COUNT 1 "
                                  "STREAMS %s >",
                                  r->stream),
                     item);
}

/* BLOCK 0 would be for ever, so the least wait is 1 ms. */
static int
redis_wait(void *connection, struct far_item *item, int64_t ns)
{
    struct redis *r = connection;
    long long ms = (ns + NS_PER_MS - 1) / NS_PER_MS;

    if (redisSetTimeout(r->context, after(ns + FAR_STALL_NS)))
        return ENOTCONN;
    int error = take_read(redisCommand(r->context,
                                       "XREADGROUP GROUP workers worker COUNT 1"
                                       " BLOCK %lld STREAMS %s >",
                                       ms, r->stream),
                          item);
    if (redisSetTimeout(r->context, after(FAR_STALL_NS)) && error == EAGAIN)
        error = ENOTCONN;
    return error;
}

static int
redis_done(void *connection, const struct far_item *item)
{
    struct redis *r = connection;

    return number(redisCommand(r->context, "EVAL %s 1 %s %s", done_script,
                               r->stream, item->ticket),
                  NULL);
}

static int
redis_requeue(void *connection, const struct far_item *item)
{
    struct redis *r = connection;

    return number(redisCommand(r->context, "EVAL %s 1 %s %s %s %s %u",
                               requeue_script, r->stream, item->ticket,
                               item->key, item->body, item->attempts),
                  NULL);
}

static int
redis_bury(void *connection, const struct far_item *item)
{
    struct redis *r = connection;

    return number(redisCommand(r->context, "EVAL %s 2 %s %s %s %s", bury_script,
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
        redisCommand(r->context, "EVAL %s 2 %s %s", script, r->stream, r->dead);
    int error = error_of(reply);

    if (!error)
        *length = (struct far_length){(size_t)reply->element[0]->integer,
                                      (size_t)reply->element[1]->integer,
                                      (size_t)reply->element[2]->integer};
    if (reply)
        freeReplyObject(reply);
    return error;
}

const struct far_engine far_redis = {
    "unix:",    redis_open,    redis_put,  redis_look,   redis_wait,
    redis_done, redis_requeue, redis_bury, redis_length, redis_close,
};
