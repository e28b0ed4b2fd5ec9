/* An exit stack: clean-ups that are registered as one goes.
 * SPDX-License-Identifier: MIT
 *
 *     with (exit_stack, undo) {
 *         for (size_t i = 0; i < n && !error; i++) {
 *             error = start(&workers[i]);
 *             if (!error)
 *                 error = exit_push(undo, stop, &workers[i]);
 *         }
 *         if (error)
 *             break;                      the started ones are stopped
 *         kept = exit_stack_steal(undo);  nothing is: it has gone well
 *     }
 *
 * For when it is not known before how many things there will be to undo.  One
 * stack belongs to one thread.  Python's contextlib.ExitStack.
 */
#ifndef DOORBELL_WITH_EXIT_STACK_H
#define DOORBELL_WITH_EXIT_STACK_H

#include <stddef.h>

#include "with.h"

struct exit_call {
    void (*undo)(void *argument);
    void *argument;
};

struct exit_stack {
    enum with_at at;
    struct exit_call *calls; /* the last one runs first */
    size_t n_calls, room;
};

/* A stack that is all zero is empty; it gives itself. */
struct exit_stack *exit_stack_enter(struct exit_stack *s);

/* Runs what was registered, the last first, and leaves the stack empty.  What
 * a clean-up registers itself runs too.
 */
void exit_stack_leave(struct exit_stack *s);

/* Registers undo(argument).  Returns 0, or ENOMEM: then undo(argument) has
 * been called at once, so that nothing is lost.
 */
int exit_push(struct exit_stack *s, void (*undo)(void *argument),
              void *argument);

/* Moves what is registered out into a stack of the caller, which it runs
 * later with exit_stack_leave.
 */
struct exit_stack exit_stack_steal(struct exit_stack *s);

#endif
