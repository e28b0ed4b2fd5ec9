/* The head: getting.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <sched.h>

#include "deadline.h"
#include "ring/inside.h"

/* For the holder of the head: takes as many as there are, at most n.  EAGAIN:
 * none; EPIPE: and none will come.
 */
static int
drain(struct ring *r, void **items, size_t n, size_t *n_got)
{
    struct end *h = &r->head;
    uint64_t position = end_own_position(h) / END_ITEM;
    bool closed = false;

    if (h->known - position < n)
        h->known = ring_n_put(r, &closed);
    uint64_t there = h->known - position;
    if (!there)
        return closed ? EPIPE : EAGAIN;
    *n_got = there < n ? there : n;
    chain_read(r, items, *n_got);
    if (position % ITEMS_AT_CPU == 0)
        end_note_cpu(h, sched_getcpu());
    end_publish(h, *n_got);
    return 0;
}

static size_t
items_inside(void *ring)
{
    struct ring *r = ring;
    bool closed;
    uint64_t n_put = ring_n_put(r, &closed);

    return closed ? SIZE_MAX : n_put - ring_n_got(r);
}

/* A get that waited wakes the next one, unless it took the last item. */
static void
finish(struct ring *r, bool has_got, bool has_waited)
{
    if (has_got && end_is_awaited(&r->head))
        end_ring(&r->head, &r->not_full);
    if (has_waited && end_is_awaited_by_others(&r->tail, &r->not_empty) &&
        items_inside(r))
        doorbell_ring(&r->not_empty);
    end_unlock(&r->head);
}

static int
pop(struct ring *r, void **items, size_t n, size_t *n_got, bool has_waited)
{
    unsigned marks = end_lock(&r->head);
    int error = drain(r, items, n, n_got);

    if (!*n_got || has_waited || !end_unlock_unmarked(&r->head, marks))
        finish(r, *n_got > 0, has_waited);
    return error;
}

static void
await_item(void *ring)
{
    struct ring *r = ring;

    end_await(&r->tail);
}

static int
wait_for_item(struct ring *r, const struct timespec *deadline)
{
    const struct condition item = {items_inside, ring_enough(r), await_item, r};

    end_note_cpu(&r->head, sched_getcpu());
    return doorbell_wait(&r->not_empty, &item, atomic_load(&r->tail.cpu),
                         deadline);
}

int
ring_get_n(struct ring *r, void **items, size_t n,
           const struct timespec *deadline, size_t *n_got)
{
    bool has_waited = false;
    int late = 0;

    *n_got = 0;
    if (!n || !deadline_is_valid(deadline))
        return EINVAL;
    for (;;) {
        int error = pop(r, items, n, n_got, has_waited);
        if (error != EAGAIN)
            return error;
        if (late || deadline_is_never(deadline))
            return late ? late : EAGAIN;
        late = wait_for_item(r, deadline);
        has_waited = true;
    }
}

int
ring_get_until(struct ring *r, void **item, const struct timespec *deadline)
{
    size_t n_got;

    return ring_get_n(r, item, 1, deadline, &n_got);
}

int
ring_get(struct ring *r, void **item)
{
    return ring_get_until(r, item, NULL);
}

int
ring_try_get(struct ring *r, void **item)
{
    return ring_get_until(r, item, &(struct timespec){0, 0});
}
