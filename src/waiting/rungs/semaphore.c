/* Semaphore: sleep until another thread posts.
 * SPDX-License-Identifier: MIT
 *
 * A post is remembered when no thread sleeps yet, so it cannot come too early;
 * it may be left over, and then wakes a later waiter for nothing.  A waiter can
 * take the post of another only if it began to wait after the item of that post
 * was put and found the queue empty.  That item is gone then, so the other one
 * misses nothing; but a post means one wake-up, so it returns and looks, and
 * does not sleep on.  Used by: Windows queues, RTOS mailboxes.
 */
#include <errno.h>

#include "must.h"
#include "waiting/ways.h"

static int
init(struct turn *t)
{
    return sem_init(&t->semaphore, 0, 0) ? errno : 0;
}

static void
destroy(struct turn *t)
{
    must(sem_destroy(&t->semaphore) ? errno : 0);
}

static int
wait_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    if (!turn_is_still(t, turn))
        return 0;
    turn_count(&t->parks, 1);
    int failed = deadline
                     ? sem_clockwait(&t->semaphore, CLOCK_MONOTONIC, deadline)
                     : sem_wait(&t->semaphore);
    return failed && errno == ETIMEDOUT ? ETIMEDOUT : 0;
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, wait_while);
}

static void
wake(struct turn *t, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        must(sem_post(&t->semaphore) ? errno : 0);
}

const struct way way_semaphore = {
    .name = "semaphore",
    .init = init,
    .destroy = destroy,
    .wait = wait,
    .wake = wake,
};
