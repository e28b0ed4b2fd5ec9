/* A deque that takes memory at each push: any put can fail, also one that has
 * waited for room.
 * SPDX-License-Identifier: MIT
 *
 * In the place of src/base/deque.c, for the explorer: that one has long grown when
 * its queue is full for the first time, and its pushes fail no more.
 */
#include <errno.h>
#include <stdlib.h>

#include "deque.h"

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
    void **slots = malloc((d->size + 1) * sizeof(*slots));

    if (!slots)
        return ENOMEM;
    for (size_t i = 0; i < d->size; i++)
        slots[i] = d->slots[i];
    slots[d->size++] = item;
    free(d->slots);
    d->slots = slots;
    d->pushed++;
    if (d->size > d->peak)
        d->peak = d->size;
    return 0;
}

bool
deque_pop(struct deque *d, void **item)
{
    if (deque_empty(d))
        return false;
    *item = d->slots[0];
    d->size--;
    d->popped++;
    for (size_t i = 0; i < d->size; i++)
        d->slots[i] = d->slots[i + 1];
    return true;
}

struct deque
deque_take_all(struct deque *d)
{
    struct deque all = *d;

    d->slots = NULL;
    d->size = 0;
    d->popped = d->pushed;
    return all;
}
