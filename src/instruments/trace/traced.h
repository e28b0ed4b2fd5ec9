/* What libtrace.so keeps of each thread: its calls, by kind and call site.
 * SPDX-License-Identifier: MIT
 *
 * A thread writes its own record only, without a lock; the report reads all
 * of them at exit, perhaps while threads still run, and so the counters are
 * atomic.
 */
#ifndef TRACED_H
#define TRACED_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum call {
    CALL_LOCK, /* and trylock, timedlock, clocklock, when they got it */
    CALL_TRY,  /* those when they did not */
    CALL_UNLOCK,
    CALL_WAIT, /* for a condition variable */
    CALL_SIGNAL,
    CALL_BROADCAST,
    CALL_SLEEP,
    CALL_YIELD,
    N_CALLS
};

/* All calls of one kind from one place in the program. */
struct spot {
    enum call call;
    const void *site; /* the address that the call returns to; NULL: unused */
    atomic_ullong n_calls;
    atomic_ullong n_empty; /* looks of a poller that found nothing: looks.c */
    atomic_ullong wait_ns; /* inside the call */
    atomic_ullong hold_ns; /* from this lock to its unlock, without waits */
};

enum { SPOTS_MAX = 256, HELD_MAX = 16, THREAD_NAME_BYTES = 16 };

/* A mutex that the thread holds. */
struct held {
    const void *mutex;
    struct spot *locked_at;
    int64_t since_ns;
};

/* The last look at something that is guarded by a mutex. */
struct look {
    struct spot *locked_at;
    const void *mutex;
    bool napped; /* and did nothing else since */
};

struct traced {
    struct traced *next;
    pthread_t thread;
    bool is_main;
    atomic_bool ended, returned; /* how: by return, and not from outside */
    void *(*body)(void *);       /* what was given to pthread_create */
    void *argument;
    char name[THREAD_NAME_BYTES]; /* once it has ended */
    struct spot spots[SPOTS_MAX]; /* found by hashing kind and site */
    struct held held[HELD_MAX];
    size_t n_held;
    struct look look;
};

/* The calling thread's record; made at its first traced call.  NULL when
 * memory is out: then it is not traced.
 */
struct traced *traced_self(void);

/* All records, the newest first; none is ever freed. */
struct traced *traced_all(void);

/* The calling thread's counters of this kind and site. */
struct spot *traced_spot(struct traced *t, enum call call, const void *site);

static inline void
traced_add(atomic_ullong *counter, int64_t n)
{
    /* Only the record's own thread writes: no read-modify-write is needed. */
    atomic_store_explicit(counter,
                          atomic_load_explicit(counter, memory_order_relaxed) +
                              (unsigned long long)n,
                          memory_order_relaxed);
}

/* pthread_create's hook: the new thread's record knows its body and its end. */
int traced_create(pthread_t *thread, const pthread_attr_t *attributes,
                  void *(*body)(void *), void *argument);

#endif
