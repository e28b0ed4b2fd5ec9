/* Semaphores.
 * SPDX-License-Identifier: MIT
 */
#include "pairs/calls/calls.h"
#include "pairs/watch.h"

static int
took(const void *site, const sem_t *s, int result)
{
    if (result == 0)
        watch_step(STEP_TAKE, site, s);
    return result;
}

int
pairs_sem_init(sem_t *s, int shared, unsigned value)
{
    watch_forget(s);
    return hooks_real()->sem_init(s, shared, value);
}

int
pairs_sem_destroy(sem_t *s)
{
    watch_forget(s);
    return hooks_real()->sem_destroy(s);
}

int
pairs_sem_wait(sem_t *s)
{
    const void *site = hooks_site;

    return took(site, s, hooks_real()->sem_wait(s));
}

int
pairs_sem_trywait(sem_t *s)
{
    const void *site = hooks_site;

    return took(site, s, hooks_real()->sem_trywait(s));
}

int
pairs_sem_timedwait(sem_t *s, const struct timespec *deadline)
{
    const void *site = hooks_site;

    return took(site, s, hooks_real()->sem_timedwait(s, deadline));
}

int
pairs_sem_clockwait(sem_t *s, clockid_t clock, const struct timespec *deadline)
{
    const void *site = hooks_site;

    return took(site, s, hooks_real()->sem_clockwait(s, clock, deadline));
}

int
pairs_sem_post(sem_t *s)
{
    watch_step(STEP_POST, hooks_site, s);
    return hooks_real()->sem_post(s);
}
