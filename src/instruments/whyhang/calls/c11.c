/* The threads of C11: noted like the pthread ones, and made of the same.
 * SPDX-License-Identifier: MIT
 *
 * Each calls the real function of C11, so that what it returns is C11's.  An
 * mtx_t is a pthread_mutex_t inside glibc, and a thrd_t a pthread_t: the
 * report looks at them as such.
 */
#include "hooks/hooks.h"
#include "whyhang/calls/calls.h"
#include "whyhang/copy.h"
#include "whyhang/shake/shake.h"
#include "whyhang/watch/watched.h"

int
call_lock_c11(mtx_t *mutex)
{
    const void *site = hooks_site;

    shake();
    int result = hooks_real()->mtx_trylock(mutex);
    if (result == thrd_busy) {
        wait_begin(WHY_LOCK, mutex, site);
        result = hooks_real()->mtx_lock(mutex);
        wait_end();
    } else {
        watched_moved();
    }
    shake();
    return result;
}

int
call_unlock_c11(mtx_t *mutex)
{
    int result = hooks_real()->mtx_unlock(mutex);

    shake();
    return result;
}

int
call_lock_until_c11(mtx_t *mutex, const struct timespec *deadline)
{
    const void *site = hooks_site;

    shake();
    wait_begin(WHY_LOCK, mutex, site);
    int result = hooks_real()->mtx_timedlock(mutex, deadline);
    wait_end();
    return result;
}

int
call_wait_c11(cnd_t *condition, mtx_t *mutex)
{
    int result;

    shake();
    wait_begin(WHY_CONDITION, condition, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    result = hooks_real()->cnd_wait(condition, mutex);
    if (result == thrd_success)
        shake_woken((pthread_mutex_t *)mutex);
    pthread_cleanup_pop(1);
    return result;
}

int
call_wait_until_c11(cnd_t *condition, mtx_t *mutex,
                    const struct timespec *deadline)
{
    int result;

    shake();
    wait_begin(WHY_CONDITION, condition, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    result = hooks_real()->cnd_timedwait(condition, mutex, deadline);
    if (result == thrd_success)
        shake_woken((pthread_mutex_t *)mutex);
    pthread_cleanup_pop(1);
    return result;
}

int
call_ring_c11(cnd_t *condition)
{
    shake();
    bell_rung(condition);
    int result = hooks_real()->cnd_signal(condition);
    shake();
    return result;
}

int
call_ring_all_c11(cnd_t *condition)
{
    shake();
    bell_rung(condition);
    int result = hooks_real()->cnd_broadcast(condition);
    shake();
    return result;
}

struct start {
    thrd_start_t body;
    void *argument;
};

/* The thread's first frame. */
static int
run(void *argument)
{
    struct start start;
    int result;

    copy_take(argument, &start, sizeof(start));
    begin_thread();
    pthread_cleanup_push(end_thread, NULL);
    result = start.body(start.argument);
    pthread_cleanup_pop(1);
    return result;
}

int
call_create_c11(thrd_t *thread, thrd_start_t body, void *argument)
{
    struct start start = {body, argument};
    void *copy = copy_make(&start, sizeof(start));

    if (!copy)
        return thrd_nomem;
    watched_starts();
    int result = hooks_real()->thrd_create(thread, run, copy);
    if (result != thrd_success) {
        watched_started();
        copy_take(copy, &start, sizeof(start));
    }
    shake_made();
    return result;
}

int
call_join_c11(thrd_t thread, int *result)
{
    int outcome;

    wait_begin(WHY_JOIN, (const void *)thread, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    outcome = hooks_real()->thrd_join(thread, result);
    pthread_cleanup_pop(1);
    return outcome;
}

int
call_nap_c11(const struct timespec *duration, struct timespec *left)
{
    wait_begin(WHY_NAP, NULL, hooks_site);
    int result = hooks_real()->thrd_sleep(duration, left);
    wait_end();
    return result;
}

void
call_yield_c11(void)
{
    wait_begin(WHY_NAP, NULL, hooks_site);
    hooks_real()->thrd_yield();
    wait_end();
}
