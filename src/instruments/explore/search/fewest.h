/* The fewest switches with which a fault can be reached.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_SEARCH_FEWEST_H
#define DOORBELL_EXPLORE_SEARCH_FEWEST_H

#include <stdbool.h>
#include <stddef.h>

#include "explore/command/session.h"

struct fewest {
    size_t n;      /* switches: no schedule that was tried needs fewer */
    bool is_exact; /* all schedules with fewer were tried */
};

/* Tries all schedules with no switch, then with one more, up to `known`, with which
 * the fault is known to be reached.
 */
struct fewest fewest_search(const struct session *s, size_t known);

#endif
