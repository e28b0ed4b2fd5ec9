/* What a contender offers of a scenario, and why not.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_SCENARIOS_OFFER_H
#define DOORBELL_EXPLORE_SCENARIOS_OFFER_H

#include "contender.h"
#include "explore/scenario.h"

enum { OFFER_BYTES = 160 };

/* Whether the contender claims what the scenario needs, as far as its traits
 * say; else why not: "offers no capacity 1: try -k 0".
 */
bool offers(const struct contender *c, const struct scenario *s,
            size_t capacity, char why[static OFFER_BYTES]);

/* The capacity at which the scenario is played. */
size_t offer_capacity(const struct scenario *s, size_t asked);

/* The shape in which it is: SPSC has one thread of each role. */
struct shape offer_shape(const struct contender *c, struct shape asked);

#endif
