/* What the parent sees of a child that takes one of the ways.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_WITH_WAYOUT_SEEN_H
#define DOORBELL_WITH_WAYOUT_SEEN_H

#include <setjmp.h>

/* Shared with the child, which may die at any moment. */
struct seen {
    int n_made, n_undone, n_never_made, n_behind, turns;
};
extern struct seen *seen;

/* Where longjmp goes. */
extern jmp_buf outside;

#endif
