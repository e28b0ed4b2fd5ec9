/* Asking Redis: the connection, its limits, what an answer means.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/time.h>

#include "clock.h"
#include "far/redis/redis.h"

static struct timeval
after(int64_t ns)
{
    return (struct timeval){ns / NS_PER_S, ns % NS_PER_S / NS_PER_US};
}

int
redis_connect(struct redis *r, const char *path)
{
    r->context = redisConnectUnixWithTimeout(path, after(FAR_STALL_NS));
    if (!r->context || r->context->err)
        return ENOTCONN;
    return redis_allow(r, 0);
}

int
redis_allow(struct redis *r, int64_t ns)
{
    return redisSetTimeout(r->context, after(ns + FAR_STALL_NS)) ? ENOTCONN : 0;
}

redisReply *
redis_ask(struct redis *r, const char *format, ...)
{
    va_list values;

    atomic_fetch_add(r->n_asked, 1);
    va_start(values, format);
    redisReply *reply = redisvCommand(r->context, format, values);
    va_end(values);
    return reply;
}

/* A server that still reads its file is as good as away. */
int
redis_error(const redisReply *reply)
{
    if (!reply)
        return ENOTCONN;
    if (reply->type != REDIS_REPLY_ERROR)
        return 0;
    return strncmp(reply->str, "LOADING", 7) ? EIO : ENOTCONN;
}

int
redis_number(redisReply *reply, long long *value)
{
    int error = redis_error(reply);

    if (!error && value)
        *value = reply->integer;
    if (reply)
        freeReplyObject(reply);
    return error;
}
