/* One schedule, as it was written down.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "die.h"
#include "explore/engine/engine.h"

struct replay {
    struct search search;
    const struct choice *choices;
    size_t n;
    bool strict;
};

/* A schedule that is to be followed runs to its end: ending.c. */
static int
choose(struct search *s, const struct point *p)
{
    const struct replay *r = (const struct replay *)s;
    size_t step = engine.n_steps;

    if (r->strict && step < r->n)
        engine.diverted = step + 1;
    for (size_t i = 0; step < r->n && i < p->n; i++)
        if (p->choices[i].task == r->choices[step].task &&
            p->choices[i].variant == r->choices[step].variant)
            return (int)i;
    return r->strict && step < r->n ? SEARCH_STOP : 0;
}

static bool
next(struct search *s)
{
    (void)s;
    return false;
}

struct search *
search_replay(const struct choice *choices, size_t n, bool strict)
{
    struct replay *r = calloc(1, sizeof(*r));

    if (!r)
        die("out of memory");
    *r = (struct replay){{choose, next, true}, choices, n, strict};
    return &r->search;
}
