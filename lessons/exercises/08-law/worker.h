/* A worker that polls, and what it promises: you write the test.
 * SPDX-License-Identifier: MIT
 *
 * It looks into its queue until it is told to stop, and naps after each empty
 * look.  Each look, and the check that sees the stop, counts as a poll.  Once
 * stopped it leaves at its next poll; what is in the queue then stays there.  It
 * does not leave before, however long there is nothing to do, and an item that
 * it has taken it works on.
 */
#ifndef EXERCISE_WORKER_H
#define EXERCISE_WORKER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <time.h>

#include "must.h"

struct worker {
    pthread_t thread;
    atomic_bool stopping;
    atomic_int work_done;          /* may be looked at while it runs */
    int polls, empty_looks, exits; /* its own, until it is joined */
    pthread_mutex_t lock;
    int n_items; /* in its queue; lock guards it */
};

/* Makes one that runs, with an empty queue. */
void worker_start(struct worker *w);

/* Puts an item into its queue. */
void worker_put(struct worker *w);

/* Tells it to stop; does not wait for that.  Joins it. */
void worker_stop(struct worker *w);
void worker_join(struct worker *w);

static inline void
nap(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
}

#endif
