/* A step that a thread is about to make: what it does, and to what.
 * SPDX-License-Identifier: MIT
 *
 * Between two steps a thread does nothing that another could see; at each
 * the explorer decides which thread makes the next one.  A step may have variants, of
 * which one is chosen with the thread: a timed wait is over, a signal wakes
 * this waiter or that, an allocation fails.
 */
#ifndef DOORBELL_EXPLORE_ENGINE_OP_H
#define DOORBELL_EXPLORE_ENGINE_OP_H

#include <stdbool.h>
#include <stdint.h>

struct object;

enum op_kind {
    OP_POINT, /* nothing but a place where another can go on */
    OP_LOCK,
    OP_RELOCK, /* the end of a condition variable's wait */
    OP_TRYLOCK,
    OP_UNLOCK,
    OP_READLOCK, /* of a read-write lock; OP_LOCK writes */
    OP_WAIT,     /* releases the lock and falls asleep */
    OP_SLEEP,    /* asleep: only a variant other than DONE is a step */
    OP_SIGNAL,   /* variant: the task that is woken */
    OP_BROADCAST,
    OP_SEM_WAIT,
    OP_SEM_TRY,
    OP_SEM_POST,
    OP_FUTEX_WAIT, /* compares, and falls asleep */
    OP_FUTEX_WAKE, /* variant: the task that is woken first */
    OP_POLL,
    OP_READ,
    OP_WRITE,
    OP_LOAD,
    OP_STORE,
    OP_CHANGE, /* read, modify, write as one step */
    OP_FENCE,
    OP_FLUSH, /* a store leaves the store buffer; no thread's own step */
    OP_REST,  /* its poll found nothing, and it waits for news */
    OP_ALLOCATE,
    OP_CREATE,
    OP_JOIN,
    OP_ONCE,
    OP_DESTROY,
    OP_FREE, /* of memory with objects in it */
    OP_END,  /* of the program, whichever thread still runs */
    N_OP_KINDS
};

enum {
    VARIANT_DONE = 0,
    VARIANT_TIMEOUT = 1,
    VARIANT_FAIL = 1,     /* an allocation, a thread's creation */
    VARIANT_SPURIOUS = 2, /* woken for no reason */
    VARIANT_LOOK_ON = 3,  /* it does not rest: persistence.h */
    VARIANT_FLUSH = 63,   /* its oldest store leaves its store buffer */
    VARIANTS_MAX = 64
};

static const int64_t NEVER = INT64_MAX;

struct op {
    enum op_kind kind;
    struct object *object; /* or NULL */
    struct object *lock;   /* of a wait */
    int64_t deadline;      /* NEVER: none */
    const void *site;      /* where the program asked for it */
    unsigned target;       /* of a join: the task, or itself: all others */
    uint32_t freed;        /* the block, see object.h; 0: none */
};

/* A step that was made. */
struct done {
    uint8_t task, variant;
    uint8_t kind;
    int16_t object, lock; /* their numbers, or -1 */
    uint32_t freed;       /* the block that it gives back, or 0 */
    uint32_t blocks[2];   /* in which the object and the lock lie, or 0 */
    uint32_t woken_by;    /* the number, from 1, of the step without which this
                           * one could not be; 0: none in particular */
    bool after_all;       /* it joins all others */
    uint8_t joined;       /* the thread that it joins, if it joins one */
    bool timed;           /* it has a deadline */
};

/* Whether the second of two steps of different threads sees what the first
 * did: then they happened in this order and no other.
 */
bool op_ordered(const struct done *first, const struct done *second);

/* Whether the two could also be made in the other order, to another effect. */
bool op_reversible(const struct done *first, const struct done *second);

/* "locks", "waits for". */
const char *op_verb(enum op_kind kind);

#endif
