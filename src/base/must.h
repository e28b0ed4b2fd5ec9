/* must: for calls that fail only if the program itself is wrong.
 * SPDX-License-Identifier: MIT
 *
 * must(pthread_mutex_lock(&q->lock)) runs the call once, also under NDEBUG,
 * and aborts with "file:line: call: reason" when it returns an error number.
 * It is not for errors that a correct program can meet: those are returned.
 */
#ifndef DOORBELL_MUST_H
#define DOORBELL_MUST_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Expands to one function call; the text of the call is for the message. */
#define must(call) must_be_zero((call), #call, __FILE__, __LINE__)

static inline void
must_be_zero(int error, const char *call, const char *file, int line)
{
    if (error == 0)
        return;
    fprintf(stderr, "%s:%d: %s: %s\n", file, line, call, strerror(error));
    abort();
}

#endif
