/* A thread that makes one call that waits.
 * SPDX-License-Identifier: MIT
 *
 *     struct waiter w;
 *     waiter_start(&w, &q, GET, NULL);      it now truly waits
 *     ... make its condition true ...
 *     check(waiter_end(&w) == 0, ...);
 *
 * That a thread waits is known from the queue itself: it counts who waits
 * under its lock, and a waiter gives the lock up only by falling asleep.
 */
#ifndef DOORBELL_TESTS_BLOCKING_WAITER_H
#define DOORBELL_TESTS_BLOCKING_WAITER_H

#include <pthread.h>
#include <time.h>

#include "queue.h"

/* The last three have a deadline an hour from now. */
enum operation { GET, PUT, JOIN, GET_UNTIL, PUT_UNTIL, JOIN_UNTIL };
enum { N_OPERATIONS = JOIN_UNTIL + 1, CANCELLED = -1 };

struct waiter {
    struct queue *q;
    enum operation operation;
    void *item; /* what it puts, or got */
    struct timespec deadline;
    int result;
    pthread_t thread;
};

extern const char *const operation_names[N_OPERATIONS];

/* Starts it; waiter_start returns once one thread more than before waits in
 * the queue, waiter_go at once.
 */
void waiter_start(struct waiter *w, struct queue *q, enum operation operation,
                  void *item);
void waiter_go(struct waiter *w, struct queue *q, enum operation operation,
               void *item);

/* Joins it and returns what the call returned, or CANCELLED. */
int waiter_end(struct waiter *w);

/* How many threads wait in the queue; and waits until there are n. */
size_t n_waiting(struct queue *q);
void await_waiting(struct queue *q, size_t n);

/* Brings a queue of capacity 1 into a state in which the operation waits: it
 * is empty for a get, full for a put, and holds an unfinished item for a
 * join; and ends that state.
 */
void make_it_wait(struct queue *q, enum operation operation);
void let_it_go(struct queue *q, enum operation operation);

/* A moment so many nanoseconds from now. */
struct timespec from_now(int64_t ns);

#endif
