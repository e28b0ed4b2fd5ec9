/* Telling Redis that items are worked on: one, or many in one script.
 * SPDX-License-Identifier: MIT
 */
#include "far/engines/redis/redis.h"

static const char done_script[] =
    "for i = 1, #ARGV do redis.call('XACK', KEYS[1], 'workers', ARGV[i]) "
    "redis.call('XDEL', KEYS[1], ARGV[i]) end return 0";

int
redis_done_n(void *connection, const struct far_item *items, size_t n)
{
    struct redis *r = connection;
    const char *words[4 + FAR_BATCH] = {"EVAL", done_script, "1", r->stream};

    for (size_t i = 0; i < n; i++)
        words[4 + i] = items[i].ticket;
    return redis_number(redis_ask_words(r, words, 4 + (int)n), NULL);
}

int
redis_done(void *connection, const struct far_item *item)
{
    return redis_done_n(connection, item, 1);
}
