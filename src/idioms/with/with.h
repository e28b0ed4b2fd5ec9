/* with: a block that undoes what it began, however it is left.
 * SPDX-License-Identifier: MIT
 *
 *     with_lock (&mutex) {
 *         ...                              locked until here, or return, ...
 *     }
 *     with (printer, p, .prefix = "> ") {
 *         p->print("do something");        p is what printer_enter gave
 *     }
 *     guarded(fclose_guarded) FILE *f = fopen(...);
 *     return steal(f);                     past the guard, into safety
 *
 * A with-block is left by its end, return, goto, break and continue, and in
 * threads by pthread_exit and pthread_cancel when the code is compiled with
 * -fexceptions; each time its clean-up runs once, after those of the blocks
 * inside it.  It does not run on longjmp, exit, _exit, abort or a signal that
 * kills: `make wayout` shows which, on your compilers.
 *
 * Three things differ from Python.  A with-block is a loop that runs once, so
 * `break` and `continue` leave the block and not a loop around it (hold_lock
 * is no loop).  The value of `return f(x)` is made before the clean-up runs,
 * so a clean-up cannot change it.  And a block that could not be entered is
 * skipped: its manager says why, into an int whose address it was given.
 *
 * Needs gcc or clang (__attribute__((cleanup)), __COUNTER__, __typeof__); C17
 * or later, without warnings under -Wall -Wextra -Wpedantic -Wshadow.
 */
#ifndef DOORBELL_WITH_WITH_H
#define DOORBELL_WITH_WITH_H

#include "guard.h"
#include "held.h"
#include "manager.h"

#endif
