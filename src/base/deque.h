/* A double-ended queue of pointers in a ring that grows; knows no threads.
 * SPDX-License-Identifier: MIT
 *
 * How it works: the items lie in slots[first], slots[first + 1], ... modulo
 * n_slots, a power of two.  A push into a full ring doubles it, so that n
 * pushes copy fewer than 2 n pointers.  The ring never shrinks: what a burst
 * took, it keeps until deque_destroy.
 *
 * The deque does not own its items.  NULL is an item like any other.  It has
 * no lock: threads that share one must guard it.
 */
#ifndef DOORBELL_DEQUE_H
#define DOORBELL_DEQUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* No deque can hold more, since the ring's bytes must fit a size_t. */
#define DEQUE_MAX (SIZE_MAX / sizeof(void *) / 2 + 1)

struct deque {
    void **slots;
    size_t n_slots; /* 0 or a power of two */
    size_t first;
    size_t size;
    size_t peak;   /* the largest size so far */
    size_t pushed; /* how many came, ever; pushed - popped == size */
    size_t popped;
};

/* Makes an empty deque; takes no memory before the first push.  A struct
 * deque that is all zero is one already.
 */
void deque_init(struct deque *d);

/* Gives the ring back.  Items that are left are forgotten, not freed. */
void deque_destroy(struct deque *d);

/* Appends item.  Returns 0, or ENOMEM with the deque unchanged. */
int deque_push(struct deque *d, void *item);

/* Takes the oldest item into *item.  Returns false, and leaves *item alone,
 * when there is none.
 */
bool deque_pop(struct deque *d, void **item);

/* Moves all items out into a deque of the caller's, which the caller then
 * destroys; they count as popped here.  Takes no memory, never fails.
 */
struct deque deque_take_all(struct deque *d);

static inline bool
deque_empty(const struct deque *d)
{
    return d->size == 0;
}

#endif
