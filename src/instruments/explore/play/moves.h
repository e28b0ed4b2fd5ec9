/* The moves of a position: the key of each, and what it does in words.
 * SPDX-License-Identifier: MIT
 *
 * The digit of a thread is its step.  Each further way to make it, such as a
 * wake-up for another waiter, a time-out, a spurious wake-up, or a store that
 * leaves its store buffer, has a letter.
 */
#ifndef DOORBELL_EXPLORE_PLAY_MOVES_H
#define DOORBELL_EXPLORE_PLAY_MOVES_H

#include <stddef.h>

#include "explore/play/position.h"

/* The key of the i-th move that is offered. */
char move_key(const struct position *p, size_t i);

/* The number of the move with the key, or -1. */
int move_of_key(const struct position *p, char key);

/* The digit or letter by which a thread is called. */
char thread_key(unsigned task);

/* "locks lock": the i-th move, as the story would tell it. */
void move_words(struct position *p, size_t i, char *words, size_t size);

/* Why the thread cannot make a step now: "waits for lock, which main holds". */
void blocked_words(const struct position *p, unsigned task, char *words,
                   size_t size);

#endif
