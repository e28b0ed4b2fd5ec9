/* Explores a root function, or a contender in a scenario, from a test.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_EXPLORE_RIG_H
#define DOORBELL_TESTS_EXPLORE_RIG_H

#include "explore/engine/engine.h"
#include "explore/scenarios/game.h"
#include "explore/command/session.h"

/* Runs the root with no bound, or reduced, or as the session says. */
struct session explored(enum search_kind kind, int preemptions,
                        void *(*root)(void *), void *argument);

/* A step that nobody else is concerned by, or one on a shared object. */
void step_alone(void);
void step_at(const void *address);

/* The contenders of the file; dies if there are none. */
const struct contender *const *load_contenders(const char *path);

#endif
