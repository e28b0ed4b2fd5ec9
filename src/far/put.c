/* Putting items into a far queue.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "inside.h"

static int
put(struct far *q, const struct what *what)
{
    return q->engine->put(q->connection, what->key, what->body);
}

int
far_put(struct far *q, const char *key, const char *body)
{
    struct what what = {.key = key, .body = body};
    unsigned n_tries;

    if (!*key || strlen(key) >= FAR_KEY || strlen(body) >= FAR_BODY)
        return EINVAL;
    int error = far_patiently(q, put, &what, &n_tries);
    return error == EEXIST && n_tries > 1 ? 0 : error;
}
