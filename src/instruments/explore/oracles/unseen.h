/* Memory that threads change where the explorer does not see it.
 * SPDX-License-Identifier: MIT
 *
 * Of code that is not instrumented no access is seen, and of instrumented code
 * not what its assembler does.  What they change can be told: the memory of what
 * is explored is compared with a copy, before each step and before each thing by
 * which a thread tells others what it did.  A thread that changes what another
 * has changed, with nothing that orders the two (clocks.h), shares it by means
 * that are not seen: then schedules are missing, and there is no verdict.
 */
#ifndef DOORBELL_EXPLORE_ORACLES_UNSEEN_H
#define DOORBELL_EXPLORE_ORACLES_UNSEEN_H

#include <stdbool.h>
#include <stddef.h>

struct unseen {
    bool watched; /* in this schedule: it takes long */
    bool shared;  /* two threads changed the same, and nothing ordered them */
    bool changed; /* something, and no access of it was seen */
};

extern struct unseen unseen;

/* A schedule begins, with its memory as it was. */
void unseen_begin(void);

/* The current task is about to write there, and that is seen. */
void unseen_note(const void *address, size_t n);

/* All that has changed since the last time was changed by the current task. */
void unseen_look(void);

#endif
