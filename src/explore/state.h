/* The state of the explored program, as numbers.
 * SPDX-License-Identifier: MIT
 *
 * Two states with the same numbers are taken for the same.
 */
#ifndef STATE_H
#define STATE_H

#include <stdint.h>

struct state {
    uint64_t shared; /* of all memory and objects, and the others' stacks */
    uint64_t all;    /* and of the current task's own; 0: no state */
};

struct state state_now(void);

#endif
