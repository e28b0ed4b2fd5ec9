/* A diamond of four stages: what your stop.c does.
 * SPDX-License-Identifier: MIT
 *
 * The program is in judge.c.  A's worker puts every other item into b and the
 * others into c; B's and C's both put into d, which main drains in the end.
 */
#ifndef STAGES_H
#define STAGES_H

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "blocking/tasks.h"

extern struct queue a, b, c, d;

/* Returns when all that main put has got into d, which is closed then; and
 * every worker ends.
 */
void stop(void);

#endif
