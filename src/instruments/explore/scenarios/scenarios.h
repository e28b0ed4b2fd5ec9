/* The explorer's own scenarios.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_SCENARIOS_SCENARIOS_H
#define DOORBELL_EXPLORE_SCENARIOS_SCENARIOS_H

#include <stdio.h>

#include "explore/scenario.h"

/* All of them, with an unnamed one at the end. */
extern const struct scenario scenarios[];

/* One a line: the name, and the traits that it needs. */
void scenarios_write(FILE *out);

/* NULL when there is none of that name. */
const struct scenario *scenario_named(const char *name);

#endif
