/* What a contender offers of a scenario, and why not.
 * SPDX-License-Identifier: MIT
 */
#ifndef OFFER_H
#define OFFER_H

#include "contender.h"
#include "explore/scenario.h"

/* Whether the contender claims what the scenario needs, as far as its traits
 * say.
 */
bool offers(const struct contender *c, const struct scenario *s,
            size_t capacity);

/* The capacity at which the scenario is played. */
size_t offer_capacity(const struct scenario *s, size_t asked);

/* The shape in which it is: SPSC has one thread of each role. */
struct shape offer_shape(const struct contender *c, struct shape asked);

#endif
