/* Steps from one absolute deadline of a thread to the next.
 * SPDX-License-Identifier: MIT
 *
 * The deadlines of a schedule are on a grid: each is one period behind the one
 * before.  Those of naps have each wake-up's lateness in them.  Under load not
 * every sleep is seen, so a step is kept with the turns that it took: it holds
 * as many sleeps as turns at most, fewer when the thread was preempted, and more
 * periods than sleeps when it was late.
 */
#ifndef DOORBELL_WHOPOLLS_STEPS_H
#define DOORBELL_WHOPOLLS_STEPS_H

#include <stdbool.h>
#include <stdint.h>

enum { STEPS_MAX = 32 };

struct steps {
    struct step {
        int64_t ns;
        unsigned n_turns;
    } all[STEPS_MAX];
    unsigned n;
    int64_t last_ns;     /* the deadline seen last; 0: none */
    uint64_t last_turns; /* on a CPU, then */
};

/* A sleep began that ends at the deadline, or has none: -1. */
void steps_note(struct steps *steps, int64_t deadline_ns, uint64_t turns);

/* Whether one period explains all of them, and there are enough to tell. */
bool steps_are_even(const struct steps *steps);

#endif
