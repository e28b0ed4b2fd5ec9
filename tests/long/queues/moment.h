/* A moment to close a queue at, with a crowd of 16 that waits or is about to.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_LONG_QUEUES_MOMENT_H
#define DOORBELL_TESTS_LONG_QUEUES_MOMENT_H

#include <stdbool.h>

#include "contender.h"

enum { CROWD_SIZE = 16, MOMENT_WHY = 160 };

struct moment {
    size_t capacity;
    size_t n_getters, n_putters, n_joiners; /* CROWD_SIZE in all */
    size_t after, looks; /* so many items are in, or so many looks later */
    bool drop;
};

/* Draws one that makes sense for the contender. */
struct moment moment_draw(const struct contender *c, uint64_t *random);

/* "5 getters, 11 putters, 0 joiners, capacity 1, dropped after 17 items" */
void moment_write(const struct moment *m, char *text, size_t size);

/* Starts the crowd, closes at the moment, and waits for everybody.  Each item
 * was got, dropped or refused, and nobody saw another end than EPIPE; if not,
 * writes why, else "".
 */
void moment_live(const struct contender *c, const struct moment *m, char *why);

#endif
