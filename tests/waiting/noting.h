/* A way of waiting that waits for nobody: it writes down what it was asked.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_WAITING_NOTING_H
#define DOORBELL_TESTS_WAITING_NOTING_H

#include "waiting/ladder.h"

struct notes {
    /* What to do: the k-th init from now on fails with ENOMEM, unless 0; so
     * many waits return 0, and all after that ETIMEDOUT.
     */
    unsigned init_fails_at, waits_in_vain;
    struct ladder *q; /* the lock of which is looked at when it wakes */
    /* What was asked: */
    unsigned n_inits, n_waits, n_wakes, n_woken, n_wakes_with_the_lock;
    struct turn *destroyed[3], *waited, *woken; /* the last ones */
    unsigned n_destroyed;
};

extern struct notes notes;
extern const struct way noting, noting_locked;

#endif
