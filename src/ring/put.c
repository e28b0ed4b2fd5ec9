/* The tail: putting.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <sched.h>

#include "deadline.h"
#include "ring/inside.h"

/* Of n items, as many as there is room for. */
static size_t
room_for(struct ring *r, uint64_t position, size_t n)
{
    struct end *t = &r->tail;

    if (!r->capacity)
        return n;
    if (position - t->known + n > r->capacity)
        t->known = ring_n_got(r);
    size_t room = r->capacity - (position - t->known);
    return room < n ? room : n;
}

/* For the holder of the tail: writes as many of n as can be.  EAGAIN: there was
 * no room for all of them.
 */
static int
fill(struct ring *r, void *const *items, size_t n, size_t *written)
{
    uint64_t own = end_own_position(&r->tail);
    uint64_t position = own / END_ITEM;

    if (own & END_CLOSED)
        return EPIPE;
    size_t room = room_for(r, position, n);
    if (!room)
        return EAGAIN;
    *written = chain_write(r, items, room);
    if (!*written)
        return ENOMEM;
    if (position % ITEMS_AT_CPU == 0)
        end_note_cpu(&r->tail, sched_getcpu());
    if (!end_publish(&r->tail, *written))
        return EPIPE;
    return *written < room ? ENOMEM : room < n ? EAGAIN : 0;
}

static size_t
room_left(void *ring)
{
    struct ring *r = ring;
    bool closed;
    uint64_t n_got = ring_n_got(r);
    uint64_t n_put = ring_n_put(r, &closed);

    if (closed)
        return SIZE_MAX;
    return n_put - n_got < r->capacity ? r->capacity - (n_put - n_got) : 0;
}

/* A put that waited wakes the next one, unless it took the last of the room. */
static void
finish(struct ring *r, bool has_put, bool has_waited)
{
    if (has_put && end_is_awaited(&r->tail))
        end_ring(&r->tail, &r->not_empty);
    if (has_waited && end_is_awaited_by_others(&r->head, &r->not_full) &&
        room_left(r))
        doorbell_ring(&r->not_full);
    end_unlock(&r->tail);
}

/* Adds how many it put to *n_put. */
static int
push(struct ring *r, void *const *items, size_t n, size_t *n_put,
     bool has_waited)
{
    size_t written = 0;
    unsigned marks = end_lock(&r->tail);
    int error = fill(r, items, n, &written);

    if (!written || has_waited || !end_unlock_unmarked(&r->tail, marks))
        finish(r, written > 0, has_waited);
    if (error != EPIPE)
        *n_put += written;
    return error;
}

static void
await_room(void *ring)
{
    struct ring *r = ring;

    end_await(&r->head);
}

static int
wait_for_room(struct ring *r, const struct timespec *deadline)
{
    const struct condition room = {room_left, ring_enough(r), await_room, r};

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
        int error = push(r, items + *n_put, n - *n_put, n_put, has_waited);
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
