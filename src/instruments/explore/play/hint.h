/* Whether a fault can still be reached from a position, and how.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_PLAY_HINT_H
#define DOORBELL_EXPLORE_PLAY_HINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "explore/play/position.h"

struct hint {
    bool is_found;
    size_t n_steps;     /* to the fault: the fewest that were seen */
    struct choice move; /* the first of them */
    bool is_complete;   /* all schedules within the bound were tried */
    uint64_t n_runs;
    int preemptions; /* the bound, counted from the position */
};

/* Searches from the position, with no preemption first, then with one more, up to
 * the session's bound.  The engine is then anywhere: position_reach comes next.
 */
struct hint hint_search(const struct position *p);

#endif
