/* Vector clocks: how much one task knows of another.
 * SPDX-License-Identifier: MIT
 *
 * Each task counts its own steps; a clock says for each task up to which of
 * its steps the owner has heard.  What A did at its step n happened before
 * what B does now, when B's clock has at least n for A (Lamport 1978; Mattern
 * 1989).
 */
#ifndef DOORBELL_EXPLORE_MEMORY_CLOCKS_H
#define DOORBELL_EXPLORE_MEMORY_CLOCKS_H

#include <stddef.h>
#include <stdint.h>

/* One for each letter that names a task in a schedule. */
enum { TASKS_MAX = 52 };

struct clocks {
    uint32_t of[TASKS_MAX];
};

/* The tasks that there are so far in the schedule; of all others clocks are 0. */
extern size_t clocks_used;

/* Learns all that the other knows. */
static inline void
clocks_join(struct clocks *c, const struct clocks *other)
{
    for (size_t i = 0; i < clocks_used; i++)
        if (c->of[i] < other->of[i])
            c->of[i] = other->of[i];
}

#endif
