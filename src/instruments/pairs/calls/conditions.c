/* Condition variables.
 * SPDX-License-Identifier: MIT
 */
#include "pairs/calls/calls.h"
#include "pairs/watch.h"

/* However the wait ended, the thread holds the mutex again. */
static int
woken(const void *site, const pthread_mutex_t *m, int error)
{
    watch_step(STEP_WAKE, site, m);
    return error;
}

int
pairs_cond_init(pthread_cond_t *c, const pthread_condattr_t *attributes)
{
    watch_forget(c);
    return hooks_real()->pthread_cond_init(c, attributes);
}

int
pairs_cond_destroy(pthread_cond_t *c)
{
    int error = hooks_real()->pthread_cond_destroy(c);

    if (!error)
        watch_forget(c);
    return error;
}

int
pairs_wait(pthread_cond_t *c, pthread_mutex_t *m)
{
    const void *site = hooks_site;

    watch_step(STEP_WAIT, site, c);
    return woken(site, m, hooks_real()->pthread_cond_wait(c, m));
}

int
pairs_timedwait(pthread_cond_t *c, pthread_mutex_t *m,
                const struct timespec *deadline)
{
    const void *site = hooks_site;

    watch_step(STEP_WAIT, site, c);
    return woken(site, m, hooks_real()->pthread_cond_timedwait(c, m, deadline));
}

int
pairs_clockwait(pthread_cond_t *c, pthread_mutex_t *m, clockid_t clock,
                const struct timespec *deadline)
{
    const void *site = hooks_site;

    watch_step(STEP_WAIT, site, c);
    return woken(site, m,
                 hooks_real()->pthread_cond_clockwait(c, m, clock, deadline));
}

int
pairs_signal(pthread_cond_t *c)
{
    watch_step(STEP_SIGNAL, hooks_site, c);
    return hooks_real()->pthread_cond_signal(c);
}

int
pairs_broadcast(pthread_cond_t *c)
{
    watch_step(STEP_BROADCAST, hooks_site, c);
    return hooks_real()->pthread_cond_broadcast(c);
}
