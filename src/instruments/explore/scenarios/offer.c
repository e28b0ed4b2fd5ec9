/* What a contender offers of a scenario, and why not.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include "explore/scenarios/offer.h"
#include "explore/scenarios/traits.h"

static void
tell_capacity(const struct scenario *s, size_t capacity, char *why)
{
    if (s->capacity)
        snprintf(why, OFFER_BYTES, "'%s' needs capacity %zu", s->name,
                 s->capacity);
    else if (capacity)
        snprintf(why, OFFER_BYTES, "offers no capacity %zu: try -k 0",
                 capacity);
    else
        snprintf(why, OFFER_BYTES, "offers no capacity 0: try -k 1");
}

static void
tell_traits(const struct scenario *s, unsigned missing, char *why)
{
    char text[TRAITS_BYTES];

    snprintf(why, OFFER_BYTES, "'%s' needs %s", s->name,
             traits_text(missing, text));
}

/* A queue that only holds so many, or as many as come. */
bool
offers(const struct contender *c, const struct scenario *s, size_t capacity,
       char why[static OFFER_BYTES])
{
    unsigned missing = s->traits & ~c->traits;

    why[0] = '\0';
    if (!(c->traits & (capacity ? CONTENDER_BOUNDED : CONTENDER_UNBOUNDED)))
        tell_capacity(s, capacity, why);
    else if (missing)
        tell_traits(s, missing, why);
    else if (s->crowds && c->traits & CONTENDER_SPSC)
        snprintf(why, OFFER_BYTES, "'%s' is not for SPSC", s->name);
    return !*why;
}

size_t
offer_capacity(const struct scenario *s, size_t asked)
{
    return s->capacity ? s->capacity : asked;
}

struct shape
offer_shape(const struct contender *c, struct shape asked)
{
    if (c->traits & CONTENDER_SPSC)
        asked.producers = asked.consumers = 1;
    return asked;
}
