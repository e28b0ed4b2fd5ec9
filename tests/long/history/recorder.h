/* A recorder: one thread's calls, stamped.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_LONG_HISTORY_RECORDER_H
#define DOORBELL_TESTS_LONG_HISTORY_RECORDER_H

#include <pthread.h>
#include <stdatomic.h>

#include "contender.h"
#include "explore/oracles/history.h"

/* How many calls a recorder notes at most, whatever the queue does: with what
 * is left to be drained all must fit into a history.
 */
enum { RECORDER_MOST = 56 };

struct recorder {
    const struct contender *c;
    void *queue;
    atomic_uint *stamp;
    atomic_size_t *n_returned;
    unsigned task;
    size_t n_calls, n_puts_left; /* still to be made */
    uint64_t random;
    struct call calls[CALLS_MAX];
    size_t n;
    pthread_t thread;
};

/* Each makes the call and notes it; get returns what the call returned. */
void recorder_put(struct recorder *r, const struct timespec *deadline);
int recorder_get(struct recorder *r, const struct timespec *deadline);
void recorder_size(struct recorder *r);

/* Closes the queue; with drop, notes what is handed out. */
void recorder_close(struct recorder *r, bool drop);

#endif
