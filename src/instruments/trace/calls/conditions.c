/* The decorator of condition variables.
 * SPDX-License-Identifier: MIT
 */
#include "calls.h"
#include "trace/looks.h"
#include "visit.h"

/* While it waits it does not hold; what it held, it holds again after. */
static void
waited(const struct visit *v, pthread_mutex_t *mutex, struct held before)
{
    int64_t now;

    visit_end(v, CALL_WAIT, &now);
    if (before.locked_at)
        visit_hold(v->t, mutex, before.locked_at, now);
}

static struct held
let_go_to_wait(const struct visit *v, pthread_mutex_t *mutex)
{
    look_then_other(&v->t->look);
    return visit_let_go(v->t, mutex, v->began_ns);
}

int
trace_wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    struct visit v = visit_begin(hooks_site);

    if (!v.t)
        return hooks_real()->pthread_cond_wait(condition, mutex);
    struct held before = let_go_to_wait(&v, mutex);
    int error = hooks_real()->pthread_cond_wait(condition, mutex);
    waited(&v, mutex, before);
    return error;
}

int
trace_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex,
                const struct timespec *deadline)
{
    struct visit v = visit_begin(hooks_site);

    if (!v.t)
        return hooks_real()->pthread_cond_timedwait(condition, mutex, deadline);
    struct held before = let_go_to_wait(&v, mutex);
    int error =
        hooks_real()->pthread_cond_timedwait(condition, mutex, deadline);
    waited(&v, mutex, before);
    return error;
}

int
trace_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex,
                clockid_t clock, const struct timespec *deadline)
{
    struct visit v = visit_begin(hooks_site);

    if (!v.t)
        return hooks_real()->pthread_cond_clockwait(condition, mutex, clock,
                                                    deadline);
    struct held before = let_go_to_wait(&v, mutex);
    int error =
        hooks_real()->pthread_cond_clockwait(condition, mutex, clock, deadline);
    waited(&v, mutex, before);
    return error;
}

static void
signalled(const struct visit *v, enum call call)
{
    int64_t now;

    if (!v->t)
        return;
    visit_end(v, call, &now);
    look_then_other(&v->t->look);
}

int
trace_signal(pthread_cond_t *condition)
{
    struct visit v = visit_begin(hooks_site);
    int error = hooks_real()->pthread_cond_signal(condition);

    signalled(&v, CALL_SIGNAL);
    return error;
}

int
trace_broadcast(pthread_cond_t *condition)
{
    struct visit v = visit_begin(hooks_site);
    int error = hooks_real()->pthread_cond_broadcast(condition);

    signalled(&v, CALL_BROADCAST);
    return error;
}
