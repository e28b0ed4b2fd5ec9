/* Putting items into Redis, unless a key is known or there is no room.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>

#include "far/engines/redis/redis.h"

/* Says of each item 1: put, 0: known, -1: full. */
static const char put_script[] =
    "local said, most = {}, tonumber(ARGV[1]) "
    "for i = 2, #ARGV, 2 do "
    "if redis.call('SISMEMBER', KEYS[2], ARGV[i]) == 1 then said[i / 2] = 0 "
    "elseif most > 0 and redis.call('XLEN', KEYS[1]) >= most then "
    "said[i / 2] = -1 else redis.call('SADD', KEYS[2], ARGV[i]) "
    "redis.call('XADD', KEYS[1], '*', 'k', ARGV[i], 'b', ARGV[i + 1], 'a', 0) "
    "said[i / 2] = 1 end end return said";

enum { FIRST = 6 };

static void
read_answers(const redisReply *reply, struct far_entry *entries, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        long long said = reply->element[i]->integer;
        entries[i].error = said > 0 ? 0 : said < 0 ? EAGAIN : EEXIST;
    }
}

int
redis_put_n(void *connection, struct far_entry *entries, size_t n)
{
    struct redis *r = connection;
    char capacity[16];
    const char *words[FIRST + 2 * FAR_BATCH] = {"EVAL",  put_script,
                                                "2",     r->stream,
                                                r->keys, capacity};

    snprintf(capacity, sizeof(capacity), "%u", r->capacity);
    for (size_t i = 0; i < n; i++) {
        words[FIRST + 2 * i] = entries[i].key;
        words[FIRST + 2 * i + 1] = entries[i].body;
    }
    redisReply *reply = redis_ask_words(r, words, FIRST + 2 * (int)n);
    int error = redis_error(reply);
    if (!error && reply->elements != n)
        error = EIO;
    if (!error)
        read_answers(reply, entries, n);
    if (reply)
        freeReplyObject(reply);
    return error;
}

int
redis_put(void *connection, const char *key, const char *body)
{
    struct far_entry entry = {.key = key, .body = body};
    int error = redis_put_n(connection, &entry, 1);

    return error ? error : entry.error;
}
