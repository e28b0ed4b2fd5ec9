/* Makes a schedule with a fault easier to follow.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_SEARCH_SHORTEN_H
#define DOORBELL_EXPLORE_SEARCH_SHORTEN_H

#include "explore/command/session.h"

/* How often another thread goes on than made the step before. */
size_t count_switches(const struct choice *steps, size_t n);

/* Looks for a schedule with the same kind of fault and fewer switches, by
 * letting threads make their steps earlier or later; puts it into s->steps.
 */
void shorten(struct session *s);

#endif
