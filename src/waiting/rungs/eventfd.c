/* Eventfd: sleep until a descriptor is readable.
 * SPDX-License-Identifier: MIT
 *
 * It costs two system calls more than a futex, and is worth it for one thing: a
 * descriptor can be waited for together with sockets, in one epoll.  As a
 * semaphore it counts, so that one waiter never takes the wake-up of another;
 * left-over counts are what left-over posts are in semaphore.c.  Used by:
 * libuv's uv_async_send, every event loop with worker threads.
 */
#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "clock.h"
#include "waiting/ways.h"

static int
init(struct turn *t)
{
    t->eventfd = eventfd(0, EFD_SEMAPHORE | EFD_NONBLOCK | EFD_CLOEXEC);
    return t->eventfd < 0 ? errno : 0;
}

static void
destroy(struct turn *t)
{
    close(t->eventfd);
}

/* 0 once the descriptor was readable, or at any other end but the deadline. */
static int
sleep_once(struct turn *t, const struct timespec *deadline)
{
    struct pollfd fd = {.fd = t->eventfd, .events = POLLIN};
    struct timespec left;
    uint64_t one;

    if (deadline) {
        left = clock_timespec(deadline_limit_ns(deadline, INT64_MAX));
        if (left.tv_sec < 0 || left.tv_nsec < 0)
            return ETIMEDOUT;
    }
    if (ppoll(&fd, 1, deadline ? &left : NULL, NULL) > 0)
        (void)!read(t->eventfd, &one, sizeof(one)); /* another may have it */
    return 0;
}

static int
wait_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    if (!turn_is_still(t, turn))
        return 0;
    turn_count(&t->parks, 1);
    return sleep_once(t, deadline);
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, wait_while);
}

static void
wake(struct turn *t, unsigned n)
{
    uint64_t count = n;

    (void)!write(t->eventfd, &count,
                 sizeof(count)); /* full: they wake anyway */
}

const struct way way_eventfd = {
    .name = "eventfd",
    .init = init,
    .destroy = destroy,
    .wait = wait,
    .wake = wake,
};
