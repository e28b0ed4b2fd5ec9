/* Whether a thread loops: it looks again and again, without a nap.
 * SPDX-License-Identifier: MIT
 *
 * A busy poller, `do { lock; a = alive; unlock; } while (a)`, has schedules in
 * which it goes on forever, and none of them is fair.  So a thread that comes to
 * a step with everything as it was when it came there before rests like one that
 * naps (looks.h): to go on would lead to what was seen.  Everything is the memory
 * of what is explored, the objects, the stacks.
 *
 * Where only the thread's own stack differs, a count of looks for one, it rests
 * after a few rounds.  Where more differs it may work, and goes on; but after
 * MANY_ROUNDS another thread runs first, and the search is no longer complete.
 */
#ifndef DOORBELL_EXPLORE_ORACLES_LOOPS_CIRCLE_H
#define DOORBELL_EXPLORE_ORACLES_LOOPS_CIRCLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "explore/memory/state.h"

struct object;
struct op;
struct task;

enum { VISITS_MAX = 12 };

struct circle {
    struct visit {
        const void *site;
        const struct object *object;
        unsigned kind, n_rounds;
        size_t others;             /* steps of others, so far */
        unsigned n_alone, n_still; /* rounds without any, without a change */
        struct state state,
            marked; /* in the last round, and in an earlier one */
    } visits[VISITS_MAX];
    size_t n;
    size_t n_rounds; /* of all of them */
};

void circle_init(struct circle *c);

/* Whether the current task, about to make the step, is to rest first. */
bool circle_closes(struct task *t, const struct op *op);

#endif
