/* What the player is to reach, and what is played.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_PLAY_GOAL_H
#define DOORBELL_EXPLORE_PLAY_GOAL_H

#include <stddef.h>

#include "explore/command/explore.h"
#include "explore/play/hint.h"

enum { GOAL_BYTES = 320 };

/* "Goal: a deadlock: no thread can go on."; or that the search found nothing. */
void goal_write(const struct subject *subject, const struct session *s,
                char *text, size_t size);

/* The contender and scenario, or the file. */
const char *goal_title(const struct subject *subject);

/* What a hint without a fault says. */
void hint_none(const struct hint *h, char *text, size_t size);

#endif
