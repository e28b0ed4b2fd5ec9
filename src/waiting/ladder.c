/* The ladder's queue.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <limits.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "must.h"
#include "waiting/ladder.h"

static bool
full(const struct ladder *q)
{
    return q->capacity && q->items.size >= q->capacity;
}

static bool
never(const struct timespec *deadline)
{
    return deadline && deadline->tv_sec == 0 && deadline->tv_nsec == 0;
}

static int
wait_for(struct turn *turn, struct ladder *q, const struct timespec *deadline)
{
    return never(deadline) ? EAGAIN : turn_wait(turn, &q->lock, deadline);
}

int
ladder_init(struct ladder *q, const struct way *way, size_t capacity)
{
    if (capacity > DEQUE_MAX)
        return EINVAL;
    *q = (struct ladder){.capacity = capacity, .watch = -1};
    int error = turn_init(&q->not_empty, way);
    if (error)
        return error;
    error = turn_init(&q->not_full, way->for_room ? way->for_room : way);
    if (error)
        goto destroy_not_empty;
    error = pthread_mutex_init(&q->lock, NULL);
    if (error)
        goto destroy_not_full;
    return 0;
destroy_not_full:
    turn_destroy(&q->not_full);
destroy_not_empty:
    turn_destroy(&q->not_empty);
    return error;
}

void
ladder_destroy(struct ladder *q)
{
    must(pthread_mutex_destroy(&q->lock));
    turn_destroy(&q->not_full);
    turn_destroy(&q->not_empty);
    if (q->watch >= 0)
        close(q->watch);
    deque_destroy(&q->items);
}

static void
signal_watch(int watch)
{
    uint64_t one = 1;

    if (watch >= 0)
        (void)!write(watch, &one, sizeof(one)); /* full is readable too */
}

/* The wake follows the unlock, so that the woken thread finds the lock free. */
static void
unlock_and_wake(struct ladder *q, struct turn *turn, unsigned n)
{
    bool locked = turn->way->wakes_locked;

    if (locked)
        turn_wake(turn, n);
    must(pthread_mutex_unlock(&q->lock));
    if (!locked)
        turn_wake(turn, n);
}

int
ladder_put(struct ladder *q, void *item, const struct timespec *deadline)
{
    int error = 0;

    must(pthread_mutex_lock(&q->lock));
    while (full(q) && !q->closed && !error)
        error = wait_for(&q->not_full, q, deadline);
    if (q->closed)
        error = EPIPE;
    else if (!full(q))
        error = deque_push(&q->items, item);
    /* A putter that was woken for room and cannot use it wakes the next. */
    struct turn *turn = error ? &q->not_full : &q->not_empty;
    unsigned n = error == EAGAIN ? 0 : turn_advance(turn, 1);
    int watch = error ? -1 : q->watch;
    unlock_and_wake(q, turn, n);
    signal_watch(watch);
    return error;
}

int
ladder_get(struct ladder *q, void **item, const struct timespec *deadline)
{
    int error = 0;

    must(pthread_mutex_lock(&q->lock));
    while (deque_empty(&q->items) && !q->closed && !error)
        error = wait_for(&q->not_empty, q, deadline);
    if (deque_pop(&q->items, item))
        error = 0;
    else if (q->closed)
        error = EPIPE;
    struct turn *turn = error ? &q->not_empty : &q->not_full;
    unsigned n = error == EAGAIN ? 0 : turn_advance(turn, 1);
    unlock_and_wake(q, turn, n);
    return error;
}

void
ladder_close(struct ladder *q, void (*drop)(void *context, void *item),
             void *context)
{
    struct deque dropped = {0};
    void *item;

    must(pthread_mutex_lock(&q->lock));
    q->closed = true;
    if (drop)
        dropped = deque_take_all(&q->items);
    unsigned n_getters = turn_advance(&q->not_empty, UINT_MAX);
    unsigned n_putters = turn_advance(&q->not_full, UINT_MAX);
    int watch = q->watch;
    must(pthread_mutex_unlock(&q->lock));
    turn_wake(&q->not_empty, n_getters);
    turn_wake(&q->not_full, n_putters);
    signal_watch(watch);
    while (drop && deque_pop(&dropped, &item))
        drop(context, item);
    deque_destroy(&dropped);
}

size_t
ladder_size(struct ladder *q)
{
    must(pthread_mutex_lock(&q->lock));
    size_t size = q->items.size;
    must(pthread_mutex_unlock(&q->lock));
    return size;
}

int
ladder_fd(struct ladder *q)
{
    must(pthread_mutex_lock(&q->lock));
    if (q->watch < 0)
        q->watch =
            eventfd(q->items.size || q->closed, EFD_NONBLOCK | EFD_CLOEXEC);
    int watch = q->watch;
    must(pthread_mutex_unlock(&q->lock));
    return watch;
}
