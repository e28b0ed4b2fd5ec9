/* A worker that ends when its queue is taken away: what your pointer.c does.
 * SPDX-License-Identifier: MIT
 *
 * Main is in judge.c.  It has a worker run, waits until some items are taken,
 * calls stop, and joins; then each item must be done or left.
 */
#ifndef POINTER_H
#define POINTER_H

#include <pthread.h>
#include <stdbool.h>
#include <time.h>

#include "must.h"

struct queue;

struct worker {
    pthread_mutex_t lock; /* for whatever needs it */
    struct queue *in;     /* NULL: there is no more work */
    int n_done;           /* the worker's own, until it is joined */
};

/* Takes an item; false when there is none. */
bool try_get(struct queue *q);

static inline void
nap(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
}

/* The worker's thread: takes items and counts them, until it has no queue. */
void run(struct worker *w);

/* Takes the queue away. */
void stop(struct worker *w);

#endif
