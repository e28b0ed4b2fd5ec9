/* What libtrace.so keeps of each thread: its calls, by kind and call site.
 * SPDX-License-Identifier: MIT
 *
 * A thread writes its own record only, without a lock; the report reads all
 * of them at exit, perhaps while threads still run, and so the counters are
 * atomic.
 */
#ifndef DOORBELL_TRACE_TRACED_H
#define DOORBELL_TRACE_TRACED_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "looks.h"

enum { SPOTS_MAX = 256, HELD_MAX = 16, THREAD_NAME_BYTES = 16 };

/* A mutex that the thread holds. */
struct held {
    const void *mutex;
    struct spot *locked_at;
    int64_t since_ns;
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

/* pthread_create's hook: the new thread's record knows its body and its end. */
int traced_create(pthread_t *thread, const pthread_attr_t *attributes,
                  void *(*body)(void *), void *argument);

#endif
