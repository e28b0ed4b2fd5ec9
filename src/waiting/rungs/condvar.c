/* Condition variable: sleep until another thread signals.
 * SPDX-License-Identifier: MIT
 *
 * The only way here that does not wait outside the lock: it hands the lock to
 * pthread_cond_wait, which releases it and falls asleep as one step.  Used by:
 * src/blocking, Python's queue.Queue, the Disruptor's BlockingWaitStrategy.
 */
#include <errno.h>

#include "must.h"
#include "waiting/ways.h"

static int
init(struct turn *t)
{
    pthread_condattr_t attributes;
    int error = pthread_condattr_init(&attributes);

    if (error)
        return error;
    must(pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC));
    error = pthread_cond_init(&t->cond, &attributes);
    must(pthread_condattr_destroy(&attributes));
    return error;
}

static void
destroy(struct turn *t)
{
    must(pthread_cond_destroy(&t->cond));
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    turn_count(&t->parks, 1);
    int error = deadline ? pthread_cond_timedwait(&t->cond, lock, deadline)
                         : pthread_cond_wait(&t->cond, lock);
    must(error == ETIMEDOUT ? 0 : error);
    return error;
}

static void
wake(struct turn *t, unsigned n)
{
    if (n == 1)
        must(pthread_cond_signal(&t->cond));
    else
        must(pthread_cond_broadcast(&t->cond));
}

const struct way way_condvar = {
    .name = "condvar",
    .init = init,
    .destroy = destroy,
    .wait = wait,
    .wake = wake,
};

/* As src/blocking does it, whose queue may be destroyed by the thread that
 * gets its last item: after the unlock no call may touch the queue.  The
 * price: the woken thread finds the lock taken.
 */
const struct way way_condvar_locked = {
    .name = "condvar-locked",
    .init = init,
    .destroy = destroy,
    .wait = wait,
    .wake = wake,
    .wakes_locked = 1,
};
