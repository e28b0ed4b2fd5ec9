/* The explorer's own scenarios.
 * SPDX-License-Identifier: MIT
 */
#ifndef SCENARIOS_H
#define SCENARIOS_H

#include "explore/scenario.h"

/* All of them, with an unnamed one at the end. */
extern const struct scenario scenarios[];

/* NULL when there is none of that name. */
const struct scenario *scenario_named(const char *name);

#endif
