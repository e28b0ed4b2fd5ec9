/* Spin locks: a thread that spins for one is known while it does.
 * SPDX-License-Identifier: MIT
 *
 * A lock that is free is taken by a trial, and noted without a look at the
 * clock: spinning is a matter of nanoseconds.
 */
#include <errno.h>

#include "hooks/hooks.h"
#include "whyhang/calls/calls.h"
#include "whyhang/calls/held.h"
#include "whyhang/shake/shake.h"
#include "whyhang/watch/watched.h"

int
call_spin(pthread_spinlock_t *lock)
{
    const void *site = hooks_site;

    shake();
    int error = hooks_real()->pthread_spin_trylock(lock);
    if (error == EBUSY) {
        wait_begin(WHY_SPIN, (const void *)lock, site);
        error = hooks_real()->pthread_spin_lock(lock);
        wait_end();
    } else {
        watched_moved();
    }
    if (error == 0)
        held_add((const void *)lock);
    return error;
}

int
call_spin_try(pthread_spinlock_t *lock)
{
    int error = hooks_real()->pthread_spin_trylock(lock);

    if (error == 0)
        held_add((const void *)lock);
    return error;
}

int
call_spin_unlock(pthread_spinlock_t *lock)
{
    held_drop((const void *)lock);
    return hooks_real()->pthread_spin_unlock(lock);
}
