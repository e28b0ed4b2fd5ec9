/* What one thread signals for another: condition variables.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/hooks.h"
#include "whyhang/calls/calls.h"
#include "whyhang/shake/shake.h"
#include "whyhang/watch/watched.h"

int
call_wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    int error;

    shake();
    wait_begin(WHY_CONDITION, condition, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    error = hooks_real()->pthread_cond_wait(condition, mutex);
    if (!error)
        shake_woken(mutex);
    pthread_cleanup_pop(1);
    return error;
}

int
call_wait_until(pthread_cond_t *condition, pthread_mutex_t *mutex,
                const struct timespec *deadline)
{
    int error;

    shake();
    wait_begin(WHY_CONDITION, condition, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    error = hooks_real()->pthread_cond_timedwait(condition, mutex, deadline);
    if (!error)
        shake_woken(mutex);
    pthread_cleanup_pop(1);
    return error;
}

int
call_ring(pthread_cond_t *condition)
{
    shake();
    bell_rung(condition);
    int error = hooks_real()->pthread_cond_signal(condition);
    shake();
    return error;
}

int
call_ring_all(pthread_cond_t *condition)
{
    shake();
    bell_rung(condition);
    int error = hooks_real()->pthread_cond_broadcast(condition);
    shake();
    return error;
}
