/* The nearest schedule that passes, for one that fails.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_SEARCH_NEAREST_H
#define DOORBELL_EXPLORE_SEARCH_NEAREST_H

#include <stdbool.h>
#include <stddef.h>

#include "explore/command/session.h"

struct nearest {
    bool is_found;
    size_t same;         /* so many steps are as in the one that fails */
    struct choice other; /* made in place of the next one */
    bool follows; /* behind it, the steps of the failing one where they can be
                     * made; else the first that can */
    struct choice *steps; /* all of it, to be freed */
    size_t n;
};

/* Makes one step of the failing schedule differently, the last one first, and keeps
 * the first run without a fault: no run with more steps in common, that then goes
 * on in one of the two ways, passes.
 */
struct nearest nearest_find(const struct session *s);

enum matters { MATTERS_NOT, MATTERS, MATTERS_FORCED };

/* Whether the switch at that step, from 0, matters: whether the fault is gone when
 * the thread before it goes on instead with its next steps.  FORCED: that thread
 * cannot go on there.
 */
enum matters nearest_matters(const struct session *s, size_t step);

#endif
