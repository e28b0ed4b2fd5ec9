/* A moment to close a queue at: how it is drawn and told.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include "array_len.h"
#include "moment.h"
#include "random.h"

enum { LOOKS = 200, LOOKS_SPINNING = 3 };

/* Among 16 that spin a look takes as long as a round of the scheduler. */
static bool
spins(const struct contender *c)
{
    return c->traits & CONTENDER_POLLS && !c->nap_ns;
}

struct moment
moment_draw(const struct contender *c, uint64_t *random)
{
    static const size_t capacities[] = {1, 2, 7, 0};
    bool bounded = c->traits & CONTENDER_BOUNDED;
    struct moment m = {.drop = random_below(random, 2)};

    size_t which = random_below(random, ARRAY_LEN(capacities));
    m.capacity = bounded ? capacities[which] : 0;
    if (c->traits & CONTENDER_JOIN)
        m.n_joiners = random_below(random, 6);
    size_t others = CROWD_SIZE - m.n_joiners;
    m.n_getters = random_below(random, others + 1);
    m.n_putters = others - m.n_getters;
    m.after = random_below(random, 100);
    m.looks = random_below(random, spins(c) ? LOOKS_SPINNING : LOOKS);
    return m;
}

void
moment_write(const struct moment *m, char *text, size_t size)
{
    snprintf(text, size,
             "%zu getters, %zu putters, %zu joiners, capacity %zu, %s after "
             "%zu items",
             m->n_getters, m->n_putters, m->n_joiners, m->capacity,
             m->drop ? "dropped" : "closed", m->after);
}
