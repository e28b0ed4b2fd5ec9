/* Queues with a planted fault each: in what is put and got.
 * SPDX-License-Identifier: MIT
 */
#include "base.h"

static void
swap_last_two(struct base *b)
{
    struct deque *d = &b->ladder.items;

    must(pthread_mutex_lock(&b->ladder.lock));
    if (d->size >= 2) {
        size_t mask = d->n_slots - 1, last = d->first + d->size - 1;
        void *swapped = d->slots[last & mask];
        d->slots[last & mask] = d->slots[(last - 1) & mask];
        d->slots[(last - 1) & mask] = swapped;
    }
    must(pthread_mutex_unlock(&b->ladder.lock));
}

/* How many were put so far. */
static size_t
n_put(struct base *b)
{
    must(pthread_mutex_lock(&b->ladder.lock));
    size_t n = b->ladder.items.pushed;
    must(pthread_mutex_unlock(&b->ladder.lock));
    return n;
}

/* Whatever the capacity. */
static void
force_in(struct base *b, uintptr_t item)
{
    must(pthread_mutex_lock(&b->ladder.lock));
    must(deque_push(&b->ladder.items, (void *)item));
    must(pthread_mutex_unlock(&b->ladder.lock));
}

/* One place less, or more, from now on. */
static void
resize(struct base *b, size_t n_more, size_t n_less)
{
    must(pthread_mutex_lock(&b->ladder.lock));
    if (b->ladder.capacity > 1 || (n_more && b->ladder.capacity))
        b->ladder.capacity += n_more - n_less;
    must(pthread_mutex_unlock(&b->ladder.lock));
}

static int
refused(struct base *b, uintptr_t item, int error)
{
    if (error == EAGAIN && is(b, "full-says-late"))
        return ETIMEDOUT;
    if (error == EAGAIN && is(b, "full-says-closed"))
        return EPIPE;
    if (error == EAGAIN && is(b, "refused-shrinks"))
        resize(b, 0, 1);
    if (error == ETIMEDOUT && is(b, "late-shrinks"))
        resize(b, 0, 1);
    if (error && is(b, "refused-is-inside"))
        force_in(b, item);
    if (error == ETIMEDOUT && is(b, "late-is-inside"))
        force_in(b, item);
    if (error == EAGAIN && is(b, "refused-swaps"))
        swap_last_two(b);
    return error;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct base *b = queue;
    size_t n = n_put(b);

    if (is(b, "put-loses-0") && item == 0)
        return 0;
    if (is(b, "put-skips-equal") && item == 7 && n % 2)
        return 0;
    if (is(b, "put-cuts-a-bit"))
        item &= UINTPTR_MAX >> 1;
    if (is(b, "put-doubles"))
        ladder_put(&b->ladder, (void *)item, &base_at_once);
    if (is(b, "put-only-tries") && !deadline)
        deadline = &base_at_once;
    if (is(b, "put-limits") && n == 50000)
        return ENOMEM;
    int error = base_put(b, item, deadline);
    if (is(b, "put-swaps") && n % 5 == 0)
        swap_last_two(b);
    return error ? refused(b, item, error) : 0;
}

/* Leaves the item where it is. */
static int
peek(struct base *b, uintptr_t *item)
{
    must(pthread_mutex_lock(&b->ladder.lock));
    struct deque *d = &b->ladder.items;
    *item = (uintptr_t)d->slots[d->first];
    must(pthread_mutex_unlock(&b->ladder.lock));
    return 0;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct base *b = queue;

    if (is(b, "get-peeks") && base_size(b))
        return peek(b, item);
    if (is(b, "get-only-tries") && !deadline)
        deadline = &base_at_once;
    int error = base_get(b, item, deadline);
    if (error && is(b, "get-writes-in-vain"))
        *item = 0;
    if (error == EAGAIN && is(b, "empty-says-late"))
        return ETIMEDOUT;
    if (error == EAGAIN && is(b, "empty-says-closed"))
        return EPIPE;
    if (error == EAGAIN && is(b, "look-makes-room"))
        resize(b, 1, 0);
    if (error == EAGAIN && is(b, "look-claims-an-item"))
        resize(b, 0, 1);
    if (!error && is(b, "get-takes-two"))
        base_get(b, item, &base_at_once);
    return error;
}

static size_t
size(void *queue)
{
    struct base *b = queue;
    size_t n = base_size(b);

    if (is(b, "size-is-always-0"))
        return 0;
    return n + (is(b, "size-is-one-more") ||
                (is(b, "size-waits-too") && b->ladder.not_full.n_waiting));
}

#define WITH(fault)                                                            \
    UNFIT(fault, base_create, base_destroy, put, get, size, base_close,        \
          base_task_done, base_join, base_fd)

const struct contender *const contenders[] = {
    WITH("no-fault"),
    WITH("full-says-late"),
    WITH("full-says-closed"),
    WITH("refused-shrinks"),
    WITH("late-shrinks"),
    WITH("refused-is-inside"),
    WITH("late-is-inside"),
    WITH("refused-swaps"),
    WITH("put-loses-0"),
    WITH("put-skips-equal"),
    WITH("put-cuts-a-bit"),
    WITH("put-doubles"),
    WITH("put-only-tries"),
    WITH("put-limits"),
    WITH("put-swaps"),
    WITH("get-peeks"),
    WITH("get-only-tries"),
    WITH("get-writes-in-vain"),
    WITH("empty-says-late"),
    WITH("empty-says-closed"),
    WITH("look-makes-room"),
    WITH("look-claims-an-item"),
    WITH("get-takes-two"),
    WITH("size-is-always-0"),
    WITH("size-is-one-more"),
    WITH("size-waits-too"),
    NULL,
};
