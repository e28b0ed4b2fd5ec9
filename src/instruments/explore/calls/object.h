/* What threads meet at: a mutex, a condition variable, a word.
 * SPDX-License-Identifier: MIT
 *
 * The explorer never looks into a pthread_mutex_t: what it knows of one is
 * kept here, by its address, and forgotten at the end of each schedule.  So
 * a mutex that was never initialised, or was initialised by its declaration,
 * is made when it is first met.
 */
#ifndef DOORBELL_EXPLORE_CALLS_OBJECT_H
#define DOORBELL_EXPLORE_CALLS_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "explore/memory/clocks.h"

enum object_kind {
    OBJECT_MUTEX,
    OBJECT_RWLOCK,
    OBJECT_CONDITION,
    OBJECT_SEMAPHORE,
    OBJECT_WORD, /* a futex, an atomic */
    OBJECT_EVENTFD,
    OBJECT_ONCE,
    OBJECT_BUDGET, /* of the explorer's own: faults that may still happen */
    N_OBJECT_KINDS
};

enum { NOBODY = -1 };

struct object {
    const void *address;
    enum object_kind kind;
    unsigned index;   /* in the order in which they are met */
    const void *site; /* where it was first met */
    bool destroyed;
    int owner;              /* mutex: the task that holds it, or NOBODY */
    unsigned depth;         /* mutex: how often it does; rwlock: readers */
    unsigned type;          /* mutex: PTHREAD_MUTEX_NORMAL, ... */
    uint64_t value;         /* semaphore, eventfd: the count */
    uint64_t waiters;       /* the tasks that sleep here, a bit each */
    struct object *partner; /* condition: the mutex of its last waiter */
    clockid_t clock;        /* condition: which its deadlines mean */
    int flags;              /* eventfd: as it was made */
    uint64_t changes;       /* word: how often it was written */
    uint32_t block; /* 1 + the number of the arena's block with it, or 0 */
    struct clocks passed;  /* the last use of each task that was no step */
    struct clocks sync;    /* what the next thread here learns of */
    struct clocks readers; /* rwlock: what its next writer learns of beside */
};

/* Called for each object when it is first met, if not NULL. */
extern void (*object_met)(const struct object *o);

/* Forgets all objects. */
void object_reset(void);

/* The object at the address, made if it was not there.  An address has one
 * object of each kind, so that a struct and the mutex at its start are two
 * objects.
 */
struct object *object_at(const void *address, enum object_kind kind,
                         const void *site);

/* The same, but NULL when it was never met. */
struct object *object_known(const void *address, enum object_kind kind);

/* The first object that was met in the block; NULL: there is none. */
struct object *object_in(uint32_t block);

/* The i-th object that was met; NULL behind the last. */
struct object *object_number(size_t i);

/* "mutex", "condition variable". */
const char *object_kind_name(enum object_kind kind);

/* How many bytes one has at most; 0: it has no address. */
size_t object_kind_size(enum object_kind kind);

#endif
