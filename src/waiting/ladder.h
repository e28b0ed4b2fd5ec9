/* The ladder's queue: one queue, and every way of waiting fits into it.
 * SPDX-License-Identifier: MIT
 *
 * A mutex, a ring, and two turns (see turn.h): what is compared between two
 * rungs is the waiting, and nothing else.  src/blocking is the queue to read
 * and to use; this is the one to measure with.
 *
 * All functions but init and destroy may be called by any thread.  A thread
 * that is cancelled in here leaves the queue unusable: this one is not for
 * that.  The wake follows the unlock, so the thread that destroys the queue
 * must have joined all threads that used it.
 */
#ifndef DOORBELL_WAITING_LADDER_H
#define DOORBELL_WAITING_LADDER_H

#include <stdbool.h>
#include <stddef.h>

#include "deque.h"
#include "waiting/turn.h"

struct ladder {
    size_t capacity; /* 0 = unbounded */
    pthread_mutex_t lock;
    struct turn not_empty, not_full;
    /* lock guards all of these: */
    struct deque items;
    bool closed;
    int watch; /* see ladder_fd; -1 until it is asked for */
};

/* Makes an empty queue whose threads wait that way.  Returns 0, EINVAL for a
 * capacity above DEQUE_MAX, or the error of an init.
 */
int ladder_init(struct ladder *q, const struct way *way, size_t capacity);
void ladder_destroy(struct ladder *q);

/* With a NULL deadline they wait forever, with the zero timespec never
 * (EAGAIN), else until the moment of CLOCK_MONOTONIC (ETIMEDOUT).  EPIPE when
 * closed (and, to get, drained); put: ENOMEM.
 */
int ladder_put(struct ladder *q, void *item, const struct timespec *deadline);
int ladder_get(struct ladder *q, void **item, const struct timespec *deadline);

/* As queue_close and queue_close_drop of src/blocking/closing.h. */
void ladder_close(struct ladder *q, void (*drop)(void *context, void *item),
                  void *context);

size_t ladder_size(struct ladder *q);

/* A descriptor for epoll, readable after each put and after a close.  A
 * thread that finds it readable reads 8 bytes from it, then gets until EAGAIN.  The queue
 * owns it.  Returns -1 if eventfd fails.  From the first call on
 * each put costs one more system call.
 */
int ladder_fd(struct ladder *q);

#endif
