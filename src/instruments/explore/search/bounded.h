/* What a bound of preemptions allows at a step.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_SEARCH_BOUNDED_H
#define DOORBELL_EXPLORE_SEARCH_BOUNDED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "explore/search/search.h"

/* Whether the choice interrupts a thread, or lets time pass too soon. */
bool bounded_is_preemption(const struct point *p, size_t i);

/* The choices that are allowed after so many preemptions, a bit each; a negative
 * bound allows all.
 */
uint64_t bounded_allowed(const struct point *p, int bound, int used);

#endif
