/* Where a played schedule is: the moves made, and those that can be made next.
 * SPDX-License-Identifier: MIT
 *
 * A position is reached by running its moves from the start.  To undo a move is to
 * run all but the last.
 */
#ifndef DOORBELL_EXPLORE_PLAY_POSITION_H
#define DOORBELL_EXPLORE_PLAY_POSITION_H

#include <stdbool.h>
#include <stddef.h>

#include "explore/command/session.h"
#include "explore/search/search.h"
#include "explore/tell/record.h"

enum { MOVES_MAX = 1000 };

struct position {
    const struct session *session;
    struct choice made[MOVES_MAX];
    size_t n;
    struct choice offered[CHOICES_MAX];
    size_t n_offered; /* 0: the run is over, with engine.fault or without */
    struct record record;
};

/* Runs the moves made; the engine then is where the next one is to be chosen. */
void position_reach(struct position *p);

/* Makes a move that is offered; false when there is no room for it. */
bool position_make(struct position *p, struct choice move);

/* Takes back the last n moves, or all. */
void position_undo(struct position *p, size_t n);

/* Runs the moves made, and from there on as the search chooses, with nothing
 * recorded.
 */
void position_run_on(const struct position *p, struct search *rest);

#endif
