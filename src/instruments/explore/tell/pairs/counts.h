/* How many schedules had each order, and how that is told.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_TELL_PAIRS_COUNTS_H
#define DOORBELL_EXPLORE_TELL_PAIRS_COUNTS_H

#include <stdio.h>

#include "explore/command/session.h"
#include "pairs/orders.h"

struct counts {
    uint64_t n[SPOTS_MAX][SPOTS_MAX]; /* schedules, by [first][second] */
    uint64_t n_schedules;
    bool left_out; /* some steps were, for there was no room */
};

void counts_reset(struct counts *c);

/* Adds what was seen in one schedule. */
void counts_add(struct counts *c, const struct orders *o);

/* Writes each pair with the counts of its two orders, those without the other
 * order last; and what the session knows of an order that has none.
 */
void counts_write(const struct counts *c, const struct orders *o,
                  const struct session *s, FILE *out);

#endif
