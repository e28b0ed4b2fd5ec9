/* Mutexes and read-write locks.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "pairs/calls/calls.h"
#include "pairs/watch.h"

/* The thread holds the mutex, so no other makes the same step now. */
static int
locked(const void *site, const void *m, int error)
{
    if (!error || error == EOWNERDEAD)
        watch_step(STEP_LOCK, site, m);
    return error;
}

int
pairs_mutex_init(pthread_mutex_t *m, const pthread_mutexattr_t *attributes)
{
    watch_forget(m);
    return hooks_real()->pthread_mutex_init(m, attributes);
}

int
pairs_mutex_destroy(pthread_mutex_t *m)
{
    int error = hooks_real()->pthread_mutex_destroy(m);

    if (!error)
        watch_forget(m);
    return error;
}

int
pairs_lock(pthread_mutex_t *m)
{
    const void *site = hooks_site;

    return locked(site, m, hooks_real()->pthread_mutex_lock(m));
}

int
pairs_trylock(pthread_mutex_t *m)
{
    const void *site = hooks_site;

    return locked(site, m, hooks_real()->pthread_mutex_trylock(m));
}

int
pairs_timedlock(pthread_mutex_t *m, const struct timespec *deadline)
{
    const void *site = hooks_site;

    return locked(site, m, hooks_real()->pthread_mutex_timedlock(m, deadline));
}

int
pairs_clocklock(pthread_mutex_t *m, clockid_t clock,
                const struct timespec *deadline)
{
    const void *site = hooks_site;

    return locked(site, m,
                  hooks_real()->pthread_mutex_clocklock(m, clock, deadline));
}

int
pairs_rwlock_init(pthread_rwlock_t *l, const pthread_rwlockattr_t *attributes)
{
    watch_forget(l);
    return hooks_real()->pthread_rwlock_init(l, attributes);
}

int
pairs_rwlock_destroy(pthread_rwlock_t *l)
{
    int error = hooks_real()->pthread_rwlock_destroy(l);

    if (!error)
        watch_forget(l);
    return error;
}

int
pairs_rdlock(pthread_rwlock_t *l)
{
    const void *site = hooks_site;
    int error = hooks_real()->pthread_rwlock_rdlock(l);

    if (!error)
        watch_step(STEP_READ, site, l);
    return error;
}

int
pairs_wrlock(pthread_rwlock_t *l)
{
    const void *site = hooks_site;

    return locked(site, l, hooks_real()->pthread_rwlock_wrlock(l));
}
