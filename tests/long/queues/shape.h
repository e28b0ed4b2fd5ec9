/* Shapes of stress: how many threads on each side of which queue, and its end.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_LONG_QUEUES_SHAPE_H
#define DOORBELL_TESTS_LONG_QUEUES_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "contender.h"

enum shape_end {
    END_AFTER, /* it is closed when all are through, and drained */
    END_AMID,  /* a producer closes it, while others put and get */
    END_DROP,  /* and drops what is inside */
    N_ENDS
};

struct shape {
    size_t n_producers, n_consumers;
    size_t capacity;
    bool timed; /* waits have deadlines, most of them too short */
    enum shape_end end;
};

enum { N_SHAPES = 5 * 5 * 2 * N_ENDS, SHAPE_NAME = 80 };

/* One of all combinations. */
struct shape shape_number(size_t i);

/* Whether the contender claims what the shape needs. */
bool shape_fits(const struct shape *s, const struct contender *c);

/* "4 x 2, capacity 1, timed, dropped" */
void shape_write(const struct shape *s, char *text);

#endif
