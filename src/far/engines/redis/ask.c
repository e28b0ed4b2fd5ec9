/* Asking Redis: the connection, its limits, what an answer means.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>

#include "clock.h"
#include "far/engines/redis/redis.h"
#include "parse.h"

enum { URL_BYTES = 512 };

static struct timeval
after(int64_t ns)
{
    return (struct timeval){ns / NS_PER_S, ns % NS_PER_S / NS_PER_US};
}

/* Parts "USER:PASSWORD", in place; an empty user is the default one. */
static int
say_password(struct redis *r, char *credentials)
{
    char *password = strchr(credentials, ':');

    if (!password)
        return EINVAL;
    *password++ = '\0';
    return redis_number(*credentials
                            ? redis_ask(r, "AUTH %s %s", credentials, password)
                            : redis_ask(r, "AUTH %s", password),
                        NULL);
}

static int
connect_tcp(struct redis *r, const char *address)
{
    char text[URL_BYTES];
    uint64_t number = 6379;

    if ((size_t)snprintf(text, sizeof(text), "%s", address) >= sizeof(text))
        return EINVAL;
    char *at = strrchr(text, '@'), *host = at ? at + 1 : text;
    char *port = strchr(host, ':');
    if (at)
        *at = '\0';
    if (port)
        *port = '\0';
    if (!*host || (port && parse_number(port + 1, 1, UINT16_MAX, &number)))
        return EINVAL;
    r->context =
        redisConnectWithTimeout(host, (int)number, after(FAR_STALL_NS));
    if (!r->context || r->context->err || redis_allow(r, 0))
        return ENOTCONN;
    int error = at ? say_password(r, text) : 0;
    explicit_bzero(text, sizeof(text));
    return error;
}

int
redis_connect(struct redis *r, const char *url)
{
    if (!strncmp(url, "redis://", strlen("redis://")))
        return connect_tcp(r, url + strlen("redis://"));
    r->context =
        redisConnectUnixWithTimeout(url + strlen("unix:"), after(FAR_STALL_NS));
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

    far_count(r->counts, 1, 1);
    va_start(values, format);
    redisReply *reply = redisvCommand(r->context, format, values);
    va_end(values);
    return reply;
}

redisReply *
redis_ask_words(struct redis *r, const char **words, int n)
{
    far_count(r->counts, 1, 1);
    return redisCommandArgv(r->context, n, words, NULL);
}

/* A server that still reads its file cannot serve yet, so it counts as away. */
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
