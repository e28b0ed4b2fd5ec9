/* What a queue must offer to be measured and explored here.
 * SPDX-License-Identifier: MIT
 *
 * Everything that is benched is a shared object, in any language with a C
 * ABI, that exports a list of contenders, NULL at the end:
 *
 *     const struct contender *const contenders[] = {&mine, NULL};
 *
 * and is named on the command line: `bench --contender ./mine.so`.  It is
 * linked with -Bsymbolic-functions and hides all its other symbols, so that
 * equal names in two of them never meet.
 *
 * All functions but create and destroy may be called by any number of threads
 * at once, unless the trait SPSC says otherwise.  They return 0 or an error
 * number:
 *
 *     EPIPE      put: closed; get: closed and drained
 *     EAGAIN     it would have to wait, and the deadline is the zero timespec
 *     ETIMEDOUT  it still had to wait at the deadline
 *     ENOMEM     the item is still the caller's
 *
 * With SPSC at most one put is under way at any time, and at most one get; a
 * close with drop takes items as a get does, and is not called beside one.
 * size, counts, close without drop, task_done and join may be called by any
 * thread, also beside them.
 *
 * Items that one thread puts come out in that order; of items of two threads no
 * order is asked.  A capacity that is not offered is refused by create with
 * EINVAL, which is no fault.
 *
 * A deadline is a moment of CLOCK_MONOTONIC; NULL waits forever, and the
 * zero timespec never waits.  An item is any uintptr_t, 0 among them.
 */
#ifndef DOORBELL_CONTENDER_H
#define DOORBELL_CONTENDER_H

#include <stddef.h>
#include <stdint.h>
#include <time.h>

enum { CONTENDER_ABI = 1 };

/* What it claims to offer; each claim is tested before anything is timed. */
enum contender_trait {
    CONTENDER_BOUNDED = 1,   /* a capacity is kept: put waits while full */
    CONTENDER_UNBOUNDED = 2, /* takes capacity 0: put never waits */
    CONTENDER_CLOSE = 4,
    CONTENDER_TIMED = 8,  /* deadlines other than NULL and zero */
    CONTENDER_JOIN = 16,  /* task_done and join */
    CONTENDER_SPSC = 32,  /* one producer and one consumer only */
    CONTENDER_POLLS = 64, /* a waiter uses CPU, or checks now and then */
    CONTENDER_FD = 128    /* there is a descriptor to wait for in epoll */
};

struct contender_counts {
    uint64_t polls; /* looks that found what they looked for still absent */
    uint64_t parks; /* how often a thread went to sleep in the kernel */
    uint64_t wakes; /* how often a sleeper was signalled */
};

struct contender {
    int abi;            /* CONTENDER_ABI */
    const char *name;   /* unique, without blanks: "futex" */
    const char *family; /* "ladder" */
    unsigned traits;    /* of enum contender_trait */
    int64_t nap_ns;     /* how long it naps between looks, or 0 */

    /* Makes a queue; self is this struct, so that one function can serve
     * several contenders.  A capacity of 0 means unbounded.  EINVAL for one
     * that it does not offer.
     */
    int (*create)(const struct contender *self, size_t capacity, void **queue);

    /* Ends a queue that no thread uses; left items are forgotten.  EBUSY
     * while threads wait in it, for those that can see it.
     */
    int (*destroy)(void *queue);

    int (*put)(void *queue, uintptr_t item, const struct timespec *deadline);
    int (*get)(void *queue, uintptr_t *item, const struct timespec *deadline);
    size_t (*size)(void *queue);
    struct contender_counts (*counts)(void *queue);

    /* NULL without the trait CLOSE.  With drop, what is inside is handed to
     * it, each item once; else it stays to be drained.
     */
    void (*close)(void *queue, void (*drop)(void *context, uintptr_t item),
                  void *context);

    /* NULL without the trait JOIN. */
    int (*task_done)(void *queue);
    int (*join)(void *queue, const struct timespec *deadline);

    /* NULL without the trait FD.  A descriptor that is readable when an item
     * may be there; read 8 bytes from it, then get until EAGAIN.
     */
    int (*fd)(void *queue);
};

#endif
