/* A block that swallows one error and passes on all others.
 * SPDX-License-Identifier: MIT
 *
 *     int error = 0;
 *     with (suppress, s, .error = &error, .number = ENOENT) {
 *         if (unlink(path) && (error = errno))
 *             break;
 *         ...
 *     }
 *     error is 0 here when the file was not there
 *
 * That is what Python's __exit__ does by returning True, and contextlib's
 * suppress.  Two things C cannot do.  An error does not leave the block by
 * itself: the block looks, and breaks.  And a `return error` inside the block
 * passes the error on whatever the manager does, since the value is made
 * before the clean-up runs: a block that may swallow is left by break.
 */
#ifndef DOORBELL_WITH_MANAGERS_SUPPRESS_H
#define DOORBELL_WITH_MANAGERS_SUPPRESS_H

#include "with.h"

struct suppress {
    enum with_at at;
    int *error; /* what the block stores its error into */
    int number; /* the one to swallow */
};

static inline void
suppress_manage(struct suppress *s)
{
    manage (s) {
        yield(s);
        if (*s->error == s->number)
            *s->error = 0;
    }
}
MANAGER(suppress)

#endif
