/* The player: the reader is the scheduler.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_PLAY_PLAYER_H
#define DOORBELL_EXPLORE_PLAY_PLAYER_H

#include "explore/command/explore.h"

/* Lets the reader make the moves, after a search: the session has its fault, made
 * short, or none.  Counts in the tally a game that was not won as a fault, and a
 * move that cannot be made as impossible.
 */
void player_run(const struct subject *subject, struct session *s);

#endif
