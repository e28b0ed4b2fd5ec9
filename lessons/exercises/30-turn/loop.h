/* What the loop and its check have in common.
 * SPDX-License-Identifier: MIT
 */
#ifndef LOOP_H
#define LOOP_H

#include <pthread.h>

#include "blocking/queue.h"

enum way { END, CONTINUE, BREAK, RETURN, GOTO, INNER_BREAK, EXIT, N_WAYS };

extern struct queue q;
extern enum way way; /* how the turn in hand is left */

/* Counts a turn, and whether its item is done already. */
void look(void);

void *consume(void *unused);

#endif
