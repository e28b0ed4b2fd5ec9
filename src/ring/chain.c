/* The chain of segments that hold the items.
 * SPDX-License-Identifier: MIT
 *
 * The tail appends segments, the head leaves them behind.  One that was left is
 * kept for the tail; with it in hand a queue of a steady length asks for no
 * memory.  What the tail wrote the head reads only after it has seen the position
 * published, so nothing here needs an order of its own.
 */
#include <stdlib.h>

#include "ring/inside.h"

bool
chain_append(struct ring *r)
{
    struct segment *new = atomic_exchange(&r->spare, NULL);

    if (!new)
        new = malloc(sizeof(*new));
    if (!new)
        return false;
    new->next = NULL;
    if (r->tail.segment)
        r->tail.segment->next = new;
    else
        r->first = new;
    r->tail.segment = new;
    r->tail.at = 0;
    return true;
}

void
chain_leave(struct ring *r)
{
    struct segment *old = r->head.segment;

    r->head.segment = old ? old->next : r->first;
    r->head.at = 0;
    if (old)
        free(atomic_exchange(&r->spare, old));
}

void
chain_free(struct ring *r)
{
    struct segment *at = r->head.segment ? r->head.segment : r->first;

    while (at) {
        struct segment *next = at->next;
        free(at);
        at = next;
    }
    free(r->spare);
}
