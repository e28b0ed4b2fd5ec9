/* A thread that makes one call, which may have to wait.
 * SPDX-License-Identifier: MIT
 *
 *     struct caller c = {.call = CALLS_GET};
 *     caller_start(&c, q);            it waits by now, as far as can be told
 *     still_waits(&c);
 *     put(q, 1);
 *     returns(&c, 0);                 and c.item is 1
 *
 * Whether a thread waits is known for sure only of a queue that says so.  Of any
 * other contender a case knows this: the call has not returned, and the
 * contender has counted an empty look or a sleep, or some time has passed.  A
 * case is right whenever the thread begins to wait; that it begins soon makes
 * the case sharper.
 */
#ifndef DOORBELL_BENCH_CONTENDERS_CASES_CALLER_H
#define DOORBELL_BENCH_CONTENDERS_CASES_CALLER_H

#include <pthread.h>
#include <stdatomic.h>

#include "bench/contenders/cases/subject.h"

enum caller_call { CALLS_GET, CALLS_PUT, CALLS_JOIN };

struct caller {
    /* Set by the case: */
    enum caller_call call;
    uintptr_t item;                  /* what it puts, or got */
    const struct timespec *deadline; /* NULL: waits forever */
    /* The caller's own: */
    struct subject *q;
    pthread_t thread;
    int error; /* what the call returned */
    atomic_bool back;
};

void caller_start(struct caller *c, struct subject *q);

/* n like the first one, one after the other; items count up from its own. */
void callers_start(struct caller *c, size_t n, struct subject *q);

/* The call has not returned. */
void still_waits(struct caller *c);

/* Waits for the call to return, and it returns just this. */
void returns(struct caller *c, int error);
void all_return(struct caller *c, size_t n, int error);

/* How many of the callers are back by now; and waits until just n are. */
size_t n_back(struct caller *c, size_t n_callers);
void await_back(struct caller *c, size_t n_callers, size_t n);

#endif
