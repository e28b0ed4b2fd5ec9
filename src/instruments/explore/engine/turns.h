/* Whose turn it is: how control passes from one coroutine to the next.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_ENGINE_TURNS_H
#define DOORBELL_EXPLORE_ENGINE_TURNS_H

#include "explore/engine/engine.h"

/* The schedule is over; no thread comes back here. */
__attribute__((noreturn)) void turns_leave(void);

/* Lets the search choose which thread goes on; returns when it is from's turn again. */
void turns_go_on(struct task *from);

/* At the first step of a new thread: its parent goes on first. */
void turns_back(struct task *t);

#endif
