/* The state of the explored program, as numbers.
 * SPDX-License-Identifier: MIT
 *
 * Two states with the same numbers are taken for the same.
 */
#ifndef DOORBELL_EXPLORE_MEMORY_STATE_H
#define DOORBELL_EXPLORE_MEMORY_STATE_H

#include <stdint.h>

struct state {
    uint64_t shared; /* of all memory and objects, also those on stacks */
    uint64_t all;    /* and of all stacks; 0: no state */
};

/* For the current task, where it is called. */
struct state state_now(void);

/* The first of the two. */
uint64_t state_shared(void);

#endif
