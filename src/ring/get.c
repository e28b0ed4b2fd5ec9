/* The head: getting.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <sched.h>

#include "deadline.h"
#include "ring/inside.h"

enum { ITEMS_AT_CPU = 16 };

/* The one moment at which n items are gone.  Without a bound no thread waits for
 * room, so there the store needs no order with the look at the doorbell.
 */
static void
publish(struct ring *r, size_t n)
{
    struct end *h = &r->head;

    if (h->position % ITEMS_AT_CPU == 0)
        end_note_cpu(h, sched_getcpu());
    h->position += n;
    if (r->capacity) {
        atomic_store(&h->published, h->position);
        doorbell_ring(&r->not_full);
    } else
        atomic_store_explicit(&h->published, h->position, memory_order_release);
}

/* Takes as many as there are, at most n.  EAGAIN: none; EPIPE: and none will
 * come.
 */
static int
pop(struct ring *r, void **items, size_t n, size_t *n_got)
{
    struct end *h = &r->head;
    bool closed = false;

    if (h->known - h->position < n)
        h->known = ring_n_put(r, &closed);
    size_t there = h->known - h->position;
    if (!there)
        return closed ? EPIPE : EAGAIN;
    *n_got = there < n ? there : n;
    chain_read(r, items, *n_got);
    publish(r, *n_got);
    return 0;
}

static bool
has_item(void *ring)
{
    struct ring *r = ring;
    bool closed;
    size_t n_put = ring_n_put(r, &closed);

    return closed || n_put != atomic_load(&r->head.published);
}

/* A get that waited wakes the next one, unless it took the last item. */
static int
pop_locked(struct ring *r, void **items, size_t n, size_t *n_got,
           bool has_waited)
{
    end_lock(&r->head);
    int error = pop(r, items, n, n_got);
    if (has_waited && has_item(r))
        doorbell_ring(&r->not_empty);
    end_unlock(&r->head);
    return error;
}

static int
wait_for_item(struct ring *r, const struct timespec *deadline)
{
    const struct condition item = {has_item, r};

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
        int error = pop_locked(r, items, n, n_got, has_waited);
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
