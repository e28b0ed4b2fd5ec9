/* Queues with a planted fault each: in task_done, join and the descriptor.
 * SPDX-License-Identifier: MIT
 */
#include <sys/eventfd.h>

#include "base.h"

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct base *b = queue;
    int error = base_put(b, item, deadline);

    if (error && is(b, "refused-is-unfinished"))
        base_count(b, 1, 0);
    if (error && is(b, "refused-rings") && b->ladder.watch >= 0)
        eventfd_write(b->ladder.watch, 1);
    return error;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct base *b = queue;
    int error = base_get(b, item, deadline);

    if (!error && is(b, "got-is-done"))
        base_task_done(b);
    return error;
}

static void
close_it(void *queue, void (*drop)(void *context, uintptr_t item),
         void *context)
{
    struct base *b = queue;
    void *item;

    if (is(b, "close-is-done"))
        base_count(b, 0, b->unfinished);
    if (is(b, "close-is-quiet") && b->ladder.watch >= 0)
        b->ladder.watch = eventfd(0, 0);
    if (!drop || !is(b, "dropped-is-unfinished")) {
        base_close(b, drop, context);
        if (drop && is(b, "drop-is-all-done"))
            base_count(b, 0, b->unfinished);
        return;
    }
    ladder_close(&b->ladder, NULL, NULL);
    while (ladder_get(&b->ladder, &item, NULL) == 0)
        drop(context, (uintptr_t)item);
}

static int
task_done(void *queue)
{
    struct base *b = queue;
    size_t before = b->unfinished;

    if (is(b, "done-once-is-all-done") && before)
        base_count(b, 0, before);
    else if (is(b, "done-is-saved") && before == 0)
        return base_count(b, 0, 1), EINVAL;
    else if (is(b, "done-never-counts"))
        return 0;
    else if (is(b, "done-must-be-got") && before <= base_size(b))
        return EINVAL;
    else if (is(b, "done-too-often-is-fine"))
        return base_task_done(b), 0;
    else
        return base_task_done(b);
    return 0;
}

static int
join(void *queue, const struct timespec *deadline)
{
    struct base *b = queue;

    if (is(b, "join-waits-for-empty"))
        return base_size(b) ? EAGAIN : 0;
    if (is(b, "join-wants-one-item") && !b->ladder.items.pushed)
        return EAGAIN;
    if (is(b, "join-is-late-first") && deadline && clock_ns(*deadline) == 1)
        return ETIMEDOUT;
    if (is(b, "join-only-tries"))
        deadline = &base_at_once;
    if (is(b, "join-locks") && !deadline)
        must(pthread_mutex_lock(&b->ladder.lock));
    int error = base_join(b, deadline);
    return error == ETIMEDOUT && is(b, "join-says-again") ? EAGAIN : error;
}

static int
fd(void *queue)
{
    struct base *b = queue;

    if (is(b, "fd-is-none"))
        return -1;
    if (is(b, "fd-is-new"))
        return eventfd(base_size(b) > 0, EFD_NONBLOCK);
    if (is(b, "fd-is-loud"))
        eventfd_write(base_fd(b), 1);
    return base_fd(b);
}

#define WITH(fault)                                                            \
    UNFIT(fault, base_create, base_destroy, put, get, base_size, close_it,     \
          task_done, join, fd)

const struct contender *const contenders[] = {
    WITH("no-fault"),
    WITH("refused-is-unfinished"),
    WITH("refused-rings"),
    WITH("got-is-done"),
    WITH("close-is-done"),
    WITH("close-is-quiet"),
    WITH("dropped-is-unfinished"),
    WITH("drop-is-all-done"),
    WITH("done-once-is-all-done"),
    WITH("done-is-saved"),
    WITH("done-never-counts"),
    WITH("done-must-be-got"),
    WITH("done-too-often-is-fine"),
    WITH("join-waits-for-empty"),
    WITH("join-wants-one-item"),
    WITH("join-is-late-first"),
    WITH("join-only-tries"),
    WITH("join-locks"),
    WITH("join-says-again"),
    WITH("fd-is-none"),
    WITH("fd-is-new"),
    WITH("fd-is-loud"),
    NULL,
};
