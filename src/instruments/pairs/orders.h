/* Which of two steps came first, of all pairs of steps that depend on each other.
 * SPDX-License-Identifier: MIT
 *
 * A step is a call of one kind from one place in the program.  Two steps are a
 * pair when different threads made them on one object, they depend on each other
 * (orders_depend), and creating and joining threads does not order them
 * (lineage.h).  A pair has two orders, and a test that has seen one of them has
 * not tested the other.
 *
 *     orders_note(o, consumer, STEP_LOCK, in_get, &q->lock);
 *     orders_note(o, main, STEP_LOCK, in_close, &q->lock);
 *     now o->seen[in get][in close] is 1
 *
 * The memory is fixed, and nothing is allocated.  What does not fit is counted in
 * n_left_out, and then an order that was not seen may have occurred.  The caller
 * sees to it that one thread at a time is in here; seen may be read at any time.
 */
#ifndef DOORBELL_PAIRS_ORDERS_H
#define DOORBELL_PAIRS_ORDERS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "pairs/lineage.h"

enum step_kind {
    STEP_LOCK, /* of a mutex, or of a read-write lock to write */
    STEP_WAKE, /* a wait for a condition ends, and locks again */
    STEP_READ, /* locks a read-write lock to read */
    STEP_UNLOCK,
    STEP_WAIT, /* for a condition */
    STEP_SIGNAL,
    STEP_BROADCAST,
    STEP_TAKE, /* of a semaphore: a wait is over */
    STEP_POST,
    STEP_DESTROY,
    N_STEP_KINDS
};

enum { SPOTS_MAX = 512, OBJECTS_MAX = 1 << 14, ENTRIES_MAX = 1 << 16 };

struct spot {
    enum step_kind kind;
    const void *site; /* the address to which the call returns */
};

struct orders {
    struct spot spots[SPOTS_MAX];
    atomic_uint n_spots;
    uint16_t spot_at[2 * SPOTS_MAX]; /* by hash: 1 + its number */
    _Atomic unsigned char seen[SPOTS_MAX][SPOTS_MAX]; /* [first][second] */
    struct meeting {
        const void *object;
        uint32_t first; /* of its entries, or 0 */
    } meetings[OBJECTS_MAX];
    uint16_t used[OBJECTS_MAX]; /* which meetings are */
    unsigned n_used;
    /* Which thread did what to the object: the last time of each. */
    struct entry {
        uint16_t spot, thread;
        uint32_t epoch, next;
    } entries[ENTRIES_MAX];
    uint32_t n_entries, free; /* from 1; the first that was given back */
    struct lineage lineage;
    atomic_ulong n_left_out;
};

/* Whether the order of two such steps on one object can matter. */
bool orders_depend(enum step_kind a, enum step_kind b);

/* The thread, of the lineage, makes the step on the object. */
void orders_note(struct orders *o, unsigned thread, enum step_kind kind,
                 const void *site, const void *object);

/* The address is to hold another object from now on. */
void orders_forget(struct orders *o, const void *object);

/* Forgets objects, threads and what was seen; keeps the spots. */
void orders_restart(struct orders *o);

/* "locks", "waits". */
const char *orders_verb(enum step_kind kind);

#endif
