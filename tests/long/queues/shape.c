/* Shapes of stress.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include "array_len.h"
#include "shape.h"

struct shape
shape_number(size_t i)
{
    static const size_t threads[][2] = {{1, 1}, {1, 4}, {4, 1}, {2, 2}, {4, 4}};
    static const size_t capacities[] = {1, 2, 7, 64, 0};
    struct shape s = {.end = (enum shape_end)(i % N_ENDS)};

    i /= N_ENDS;
    s.timed = i % 2;
    i /= 2;
    s.capacity = capacities[i % ARRAY_LEN(capacities)];
    i /= ARRAY_LEN(capacities);
    s.n_producers = threads[i % ARRAY_LEN(threads)][0];
    s.n_consumers = threads[i % ARRAY_LEN(threads)][1];
    return s;
}

bool
shape_fits(const struct shape *s, const struct contender *c)
{
    unsigned needs = s->capacity ? CONTENDER_BOUNDED : CONTENDER_UNBOUNDED;

    if (s->timed)
        needs |= CONTENDER_TIMED;
    /* A close that drops is a get, and here it comes beside another. */
    if (c->traits & CONTENDER_SPSC &&
        (s->n_producers + s->n_consumers > 2 || s->end == END_DROP))
        return false;
    return (c->traits & (needs | CONTENDER_CLOSE)) == (needs | CONTENDER_CLOSE);
}

void
shape_write(const struct shape *s, char *text)
{
    static const char *const ends[N_ENDS] = {"drained", "closed amid",
                                             "dropped amid"};

    snprintf(text, SHAPE_NAME, "%zu x %zu, capacity %zu, %s%s", s->n_producers,
             s->n_consumers, s->capacity, s->timed ? "timed, " : "",
             ends[s->end]);
}
