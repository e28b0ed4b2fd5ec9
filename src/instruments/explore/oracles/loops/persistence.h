/* Loops that look N times and then do something else: spin, then sleep.
 * SPDX-License-Identifier: MIT
 *
 * A thread that looks rests until there is news (looks.h), so a loop would never
 * come to its end by itself while others can go on.  So there is one more way to
 * rest: the thread looks on, alone, until it makes a step that is none of its look,
 * or for LOOKS_ON_MAX looks.  To a search that is an interruption of the others,
 * like a time-out.
 *
 * A schedule in which the loop did not end is not seen to its end, since the thread
 * may as well rest.  A loop with three of them is taken for one that has no end of
 * its own, and searches no longer try that.
 */
#ifndef DOORBELL_EXPLORE_ORACLES_LOOPS_PERSISTENCE_H
#define DOORBELL_EXPLORE_ORACLES_LOOPS_PERSISTENCE_H

#include <stdbool.h>

struct op;
struct task;

/* For a new session: nothing is known of any loop. */
void persistence_forget(void);

/* Whether the resting task may look on, while others could go on. */
bool persistence_may(const struct task *t);

/* Whether a search has cause to try it. */
bool persistence_is_worth(unsigned task);

/* The task, at its rest, has been chosen to look on. */
void persistence_begin(struct task *t);

/* The task comes to a rest; whether it looks on instead.  After too many looks the
 * schedule is over.
 */
bool persistence_holds(struct task *t, const void *site);

/* The task that looks on cannot go on alone: it can look on later, after the others,
 * so this schedule is over.
 */
__attribute__((noreturn)) void persistence_blocked(void);

/* The task is about to make this step: a step that its look has not ends it. */
void persistence_note(struct task *t, const struct op *op);

#endif
