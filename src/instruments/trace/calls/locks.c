/* The decorator of mutexes.
 * SPDX-License-Identifier: MIT
 *
 * An error is passed on; a lock that was not got counts as tried.
 */
#include <errno.h>

#include "calls.h"
#include "trace/looks.h"
#include "visit.h"

static int
locked(const struct visit *v, pthread_mutex_t *mutex, int error)
{
    int64_t now;

    if (!v->t)
        return error;
    bool held = !error || error == EOWNERDEAD;
    struct spot *spot = visit_end(v, held ? CALL_LOCK : CALL_TRY, &now);
    if (held) {
        look_at(&v->t->look, spot, mutex);
        visit_hold(v->t, mutex, spot, now);
    }
    return error;
}

int
trace_lock(pthread_mutex_t *mutex)
{
    struct visit v = visit_begin(hooks_site);

    return locked(&v, mutex, hooks_real()->pthread_mutex_lock(mutex));
}

int
trace_trylock(pthread_mutex_t *mutex)
{
    struct visit v = visit_begin(hooks_site);

    return locked(&v, mutex, hooks_real()->pthread_mutex_trylock(mutex));
}

int
trace_timedlock(pthread_mutex_t *mutex, const struct timespec *deadline)
{
    struct visit v = visit_begin(hooks_site);

    return locked(&v, mutex,
                  hooks_real()->pthread_mutex_timedlock(mutex, deadline));
}

int
trace_clocklock(pthread_mutex_t *mutex, clockid_t clock,
                const struct timespec *deadline)
{
    struct visit v = visit_begin(hooks_site);

    return locked(&v, mutex,
                  hooks_real()->pthread_mutex_clocklock(mutex, clock,
                                                        deadline));
}

int
trace_unlock(pthread_mutex_t *mutex)
{
    struct visit v = visit_begin(hooks_site);
    int64_t now;

    if (v.t)
        visit_let_go(v.t, mutex, v.began_ns);
    int error = hooks_real()->pthread_mutex_unlock(mutex);
    if (v.t)
        visit_end(&v, CALL_UNLOCK, &now);
    return error;
}
