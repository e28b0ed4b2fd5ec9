/* Putting an item into Redis, unless its key is known or there is no room.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "far/redis/redis.h"

static const char put_script[] =
    "if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 1 then return 0 end "
    "local most = tonumber(ARGV[3]) "
    "if most > 0 and redis.call('XLEN', KEYS[1]) >= most then return -1 end "
    "redis.call('SADD', KEYS[2], ARGV[1]) "
    "redis.call('XADD', KEYS[1], '*', 'k', ARGV[1], 'b', ARGV[2], 'a', 0) "
    "return 1";

int
redis_put(void *connection, const char *key, const char *body)
{
    struct redis *r = connection;
    long long fresh = 0;
    int error =
        redis_number(redis_ask(r, "EVAL %s 2 %s %s %s %s %u", put_script,
                               r->stream, r->keys, key, body, r->capacity),
                     &fresh);

    if (error || fresh > 0)
        return error;
    return fresh < 0 ? EAGAIN : EEXIST;
}
