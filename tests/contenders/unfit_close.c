/* Queues with a planted fault each: in how they are closed.
 * SPDX-License-Identifier: MIT
 */
#include "base.h"

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct base *b = queue;
    int error = base_put(b, item, deadline);

    if (error == EPIPE && is(b, "closed-takes-more")) {
        must(deque_push(&b->ladder.items, (void *)item));
        return 0;
    }
    if (error == EPIPE && is(b, "refused-is-inside"))
        must(deque_push(&b->ladder.items, (void *)item));
    if (error == EPIPE && is(b, "closed-put-says-again"))
        return EAGAIN;
    return error;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct base *b = queue;

    if (b->ladder.closed && is(b, "closed-drains-nothing"))
        return EPIPE;
    int error = base_get(b, item, deadline);
    if (error == EPIPE && is(b, "closed-get-says-again"))
        return EAGAIN;
    if (error == EPIPE && is(b, "closed-opens-when-drained"))
        b->ladder.closed = false;
    return error;
}

/* Sets the flag, and wakes some. */
static void
wake_some(struct base *b, int getters, int putters)
{
    must(pthread_mutex_lock(&b->ladder.lock));
    b->ladder.closed = true;
    turn_advance(&b->ladder.not_empty, 0);
    turn_advance(&b->ladder.not_full, 0);
    must(pthread_mutex_unlock(&b->ladder.lock));
    turn_wake(&b->ladder.not_empty, getters);
    turn_wake(&b->ladder.not_full, putters);
}

static void
close_it(void *queue, void (*drop)(void *context, uintptr_t item),
         void *context)
{
    struct base *b = queue;
    uintptr_t item;

    if (is(b, "close-tells-nobody"))
        wake_some(b, 0, 0);
    else if (is(b, "close-drops"))
        base_close(b, NULL, NULL), deque_take_all(&b->ladder.items);
    else if (is(b, "close-twice-drops") && b->ladder.closed)
        deque_take_all(&b->ladder.items);
    else if (!is(b, "close-does-nothing"))
        base_close(b, NULL, NULL);
    if (drop && is(b, "drop-holds-the-lock"))
        must(pthread_mutex_lock(&b->ladder.lock));
    if (drop && is(b, "drop-forgets-one"))
        base_get(b, &item, &base_at_once);
    while (drop && !is(b, "drop-does-nothing") &&
           !base_get(b, &item, &base_at_once))
        drop(context, item), base_count(b, 0, 1);
    if (drop && is(b, "drop-adds-one"))
        drop(context, 99);
    if (drop && is(b, "drop-opens"))
        b->ladder.closed = false;
}

#define WITH(fault)                                                            \
    UNFIT(fault, base_create, base_destroy, put, get, base_size, close_it,     \
          base_task_done, base_join, base_fd)

const struct contender *const contenders[] = {
    WITH("no-fault"),
    WITH("closed-takes-more"),
    WITH("refused-is-inside"),
    WITH("closed-put-says-again"),
    WITH("closed-drains-nothing"),
    WITH("closed-get-says-again"),
    WITH("closed-opens-when-drained"),
    WITH("close-tells-nobody"),
    WITH("close-drops"),
    WITH("close-twice-drops"),
    WITH("close-does-nothing"),
    WITH("drop-holds-the-lock"),
    WITH("drop-forgets-one"),
    WITH("drop-does-nothing"),
    WITH("drop-adds-one"),
    WITH("drop-opens"),
    NULL,
};
