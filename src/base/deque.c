/* A double-ended queue of pointers in a ring that grows.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "deque.h"

enum { FIRST_SLOTS = 16 };

/* Doubles the ring.  The part that had wrapped round to its start is copied
 * behind the rest, so the items lie in one piece from slot 0.
 */
static int
grow(struct deque *d)
{
    size_t n_slots = d->n_slots ? d->n_slots * 2 : FIRST_SLOTS;

    if (n_slots > DEQUE_MAX)
        return ENOMEM;
    void **slots = malloc(n_slots * sizeof(*slots));
    if (!slots)
        return ENOMEM;
    if (d->n_slots) {
        size_t tail = d->n_slots - d->first;
        memcpy(slots, d->slots + d->first, tail * sizeof(*slots));
        memcpy(slots + tail, d->slots, d->first * sizeof(*slots));
    }
    free(d->slots);
    d->slots = slots;
    d->n_slots = n_slots;
    d->first = 0;
    return 0;
}

void
deque_init(struct deque *d)
{
    *d = (struct deque){0};
}

void
deque_destroy(struct deque *d)
{
    free(d->slots);
    deque_init(d);
}

int
deque_push(struct deque *d, void *item)
{
    if (d->size == d->n_slots) {
        int error = grow(d);
        if (error)
            return error;
    }
    d->slots[(d->first + d->size) & (d->n_slots - 1)] = item;
    d->pushed++;
    if (++d->size > d->peak)
        d->peak = d->size;
    return 0;
}

bool
deque_pop(struct deque *d, void **item)
{
    if (deque_empty(d))
        return false;
    *item = d->slots[d->first];
    d->first = (d->first + 1) & (d->n_slots - 1);
    d->size--;
    d->popped++;
    return true;
}

struct deque
deque_take_all(struct deque *d)
{
    struct deque all = *d;

    d->slots = NULL;
    d->n_slots = d->first = d->size = 0;
    d->popped = d->pushed;
    return all;
}
