/* Queues with a planted fault each: in how long they wait.
 * SPDX-License-Identifier: MIT
 */
#include "base.h"

static const struct timespec long_past = {0, 1};

static int
never(const struct timespec *deadline)
{
    return deadline && clock_ns(*deadline) == 0;
}

/* Until when the call is told to wait, instead. */
static const struct timespec *
instead_of(struct base *b, const struct timespec *deadline)
{
    int timed = deadline && clock_ns(*deadline) > 0;

    if (timed && is(b, "late-is-at-once"))
        return &base_at_once;
    if (timed && is(b, "late-is-for-ever"))
        return NULL;
    if (timed && is(b, "far-is-past") && clock_ns(*deadline) == INT64_MAX)
        return &base_at_once;
    if (deadline && clock_ns(*deadline) < 0 && is(b, "early-is-for-ever"))
        return NULL;
    if (never(deadline) && is(b, "never-is-long-past"))
        return &long_past;
    if (never(deadline) && is(b, "never-is-for-ever"))
        return NULL;
    return deadline;
}

/* A call that only tries keeps the lock, so no item can come before it gives
 * up.  With a deadline it then reports that the deadline has passed.
 */
static int
late(int error, const struct timespec *deadline)
{
    return error == EAGAIN && deadline && !never(deadline) ? ETIMEDOUT : error;
}

/* Naps instead of waiting: EINTR at a signal, -1 to try again. */
static int
nap(int error, const struct timespec *deadline)
{
    struct timespec a_while = {0, NS_PER_MS / 10};

    if (error != EAGAIN || never(deadline))
        return error;
    if (deadline && clock_now_ns() >= clock_ns(*deadline))
        return ETIMEDOUT;
    return nanosleep(&a_while, NULL) ? EINTR : -1;
}

static int
put_napping(struct base *b, uintptr_t item, const struct timespec *deadline)
{
    int error;

    do
        error = nap(base_put(b, item, &base_at_once), deadline);
    while (error == -1);
    return error;
}

static int
get_napping(struct base *b, uintptr_t *item, const struct timespec *deadline)
{
    int error;

    do
        error = nap(base_get(b, item, &base_at_once), deadline);
    while (error == -1);
    return error;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct base *b = queue;

    if (is(b, "signal-ends-put"))
        return put_napping(b, item, deadline);
    if (is(b, "put-past-first") && deadline && clock_ns(*deadline) == 1)
        return ETIMEDOUT;
    return late(base_put(b, item, instead_of(b, deadline)), deadline);
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct base *b = queue;

    if (is(b, "signal-ends-get"))
        return get_napping(b, item, deadline);
    if (is(b, "get-past-first") && deadline && clock_ns(*deadline) == 1)
        return ETIMEDOUT;
    int error = late(base_get(b, item, instead_of(b, deadline)), deadline);
    return error == ETIMEDOUT && is(b, "late-says-again") ? EAGAIN : error;
}

#define WITH(fault)                                                            \
    UNFIT(fault, base_create, base_destroy, put, get, base_size, base_close,   \
          base_task_done, base_join, base_fd)

const struct contender *const contenders[] = {
    WITH("no-fault"),
    WITH("late-is-at-once"),
    WITH("late-is-for-ever"),
    WITH("far-is-past"),
    WITH("never-is-long-past"),
    WITH("never-is-for-ever"),
    WITH("signal-ends-put"),
    WITH("put-past-first"),
    WITH("signal-ends-get"),
    WITH("get-past-first"),
    WITH("late-says-again"),
    WITH("early-is-for-ever"),
    NULL,
};
