/* The tail: putting.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <sched.h>

#include "deadline.h"
#include "ring/inside.h"

enum { ITEMS_AT_CPU = 16 };

/* Of n items, as many as there is room for. */
static size_t
room_for(struct ring *r, size_t n)
{
    struct end *t = &r->tail;

    if (!r->capacity)
        return n;
    if (t->position - t->known + n > r->capacity)
        t->known =
            atomic_load_explicit(&r->head.published, memory_order_acquire);
    size_t room = r->capacity - (t->position - t->known);
    return room < n ? room : n;
}

/* The one moment at which n items are put.  It fails when a close came first. */
static bool
publish(struct end *t, size_t n)
{
    size_t expected = t->position * 2;

    if (!atomic_compare_exchange_strong(&t->published, &expected,
                                        expected + n * 2))
        return false;
    if (t->position % ITEMS_AT_CPU == 0)
        end_note_cpu(t, sched_getcpu());
    t->position += n;
    return true;
}

/* Puts as many of n as can be; adds them to *n_put.  EAGAIN: there was no room
 * for all of them.
 */
static int
push(struct ring *r, void *const *items, size_t n, size_t *n_put)
{
    bool closed;

    ring_n_put(r, &closed);
    if (closed)
        return EPIPE;
    size_t room = room_for(r, n);
    if (!room)
        return EAGAIN;
    size_t written = chain_write(r, items, room);
    if (!written)
        return ENOMEM;
    if (!publish(&r->tail, written))
        return EPIPE;
    doorbell_ring(&r->not_empty);
    *n_put += written;
    return written < n ? EAGAIN : 0;
}

static bool
has_room(void *ring)
{
    struct ring *r = ring;
    bool closed;
    size_t n_got = atomic_load(&r->head.published);
    size_t n_put = ring_n_put(r, &closed);

    return closed || n_put - n_got < r->capacity;
}

/* A put that waited wakes the next one, unless it took the last of the room. */
static int
push_locked(struct ring *r, void *const *items, size_t n, size_t *n_put,
            bool has_waited)
{
    end_lock(&r->tail);
    int error = push(r, items, n, n_put);
    if (has_waited && has_room(r))
        doorbell_ring(&r->not_full);
    end_unlock(&r->tail);
    return error;
}

static int
wait_for_room(struct ring *r, const struct timespec *deadline)
{
    const struct condition room = {has_room, r};

    end_note_cpu(&r->tail, sched_getcpu());
    return doorbell_wait(&r->not_full, &room, atomic_load(&r->head.cpu),
                         deadline);
}

int
ring_put_n(struct ring *r, void *const *items, size_t n,
           const struct timespec *deadline, size_t *n_put)
{
    bool has_waited = false;
    int late = 0;

    *n_put = 0;
    if (!deadline_is_valid(deadline))
        return EINVAL;
    while (*n_put < n) {
        int error =
            push_locked(r, items + *n_put, n - *n_put, n_put, has_waited);
        if (error == EAGAIN)
            error = deadline_is_never(deadline) ? EAGAIN : late;
        if (error)
            return error;
        if (*n_put < n)
            late = wait_for_room(r, deadline);
        has_waited = true;
    }
    return 0;
}

int
ring_put_until(struct ring *r, void *item, const struct timespec *deadline)
{
    size_t n_put;

    return ring_put_n(r, &item, 1, deadline, &n_put);
}

int
ring_put(struct ring *r, void *item)
{
    return ring_put_until(r, item, NULL);
}

int
ring_try_put(struct ring *r, void *item)
{
    return ring_put_until(r, item, &(struct timespec){0, 0});
}
