/* Whether two positions of a program are the same.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_PLAY_GRAPH_SAME_H
#define DOORBELL_EXPLORE_PLAY_GRAPH_SAME_H

#include <stdint.h>

#include "explore/play/position.h"

/* Before a position is reached: clears the stacks, on which earlier runs have left
 * what is no state of the program.
 */
void same_prepare(void);

/* A number for where the engine is, which the position has just reached.  Positions
 * with the same number go on alike.  What happened before is not in it, so that a
 * race, which is judged by that, may be told of one of them only.
 */
uint64_t same_number(const struct position *p);

#endif
