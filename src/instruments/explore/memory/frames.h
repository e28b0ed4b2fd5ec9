/* The calls that lead to here, in explored code.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_MEMORY_FRAMES_H
#define DOORBELL_EXPLORE_MEMORY_FRAMES_H

enum { FRAMES_MAX = 5 };

/* Where they return to, innermost first; NULL behind the last. */
struct frames {
    const void *return_to[FRAMES_MAX];
};

/* Of the calling thread. */
struct frames frames_here(void);

#endif
