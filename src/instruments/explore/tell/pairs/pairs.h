/* Which orders of two steps occurred in the schedules of a search: --pairs.
 * SPDX-License-Identifier: MIT
 *
 * What a pair is, pairs/orders.h says.  Here each order is counted once in each
 * schedule, and a search that was complete without a bound proves that an order which
 * it never saw is impossible.
 */
#ifndef DOORBELL_EXPLORE_TELL_PAIRS_PAIRS_H
#define DOORBELL_EXPLORE_TELL_PAIRS_PAIRS_H

#include <stdbool.h>
#include <stdio.h>

#include "explore/command/session.h"

/* From here on the steps of the schedules are noted; up to here. */
void pairs_begin(void);
void pairs_end(void);

/* Forgets what was counted: the search begins again. */
void pairs_reset(void);

/* A schedule is over; whether it counts. */
void pairs_add_schedule(bool counts);

/* Writes the pairs, and of each order that never occurred what the search knows of
 * it.
 */
void pairs_write(const struct session *s, FILE *out);

#endif
