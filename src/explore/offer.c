/* What a contender offers of a scenario, and why not.
 * SPDX-License-Identifier: MIT
 */
#include "explore/offer.h"

/* A queue that only holds so many, or as many as come. */
bool
offers(const struct contender *c, const struct scenario *s, size_t capacity)
{
    if (s->crowds && c->traits & CONTENDER_SPSC)
        return false;
    return (c->traits & s->traits) == s->traits &&
           c->traits & (capacity ? CONTENDER_BOUNDED : CONTENDER_UNBOUNDED);
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
