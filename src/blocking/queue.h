/* The blocking queue: a deque, a lock, and three things to wait for.
 * SPDX-License-Identifier: MIT
 *
 * The right page of the pair; ../polling/queue.h is the left one.
 *
 *     while (queue_get(q, &item) == 0) {      a consumer
 *         ...
 *         must(queue_task_done(q));
 *     }
 *
 *     error = queue_put(q, item);             a producer, and the end:
 *     queue_close(q);                         no more will come
 *     queue_join(q);                          and all that came is done
 *
 * How it works: a thread whose predicate is false waits on the condition
 * variable that is named for the predicate, and releases the lock while it
 * waits.  A thread that makes the predicate true signals that variable.  No
 * wake-up is lost: a waiter checks under the lock and releases it only by
 * falling asleep, and it checks again whenever it wakes.  A wake-up is a hint;
 * the predicate is the truth.  Each put and each get signals once, since one
 * item or one free place is of use to one thread.  A call that fails after it
 * was woken signals again, for the next waiter.  A close wakes all.
 *
 * Every signal is sent with the lock held.  After a call has released the lock
 * it does not touch the queue again, so the thread that sees the last item done
 * may destroy the queue.  The price: on one core the woken thread may run at
 * once, only to wait for the lock (`bench pingpong`; the ladder in src/waiting
 * signals after the unlock).
 *
 * Every function may be called by any thread at any time between init and
 * destroy, also by several at once.  Signals end no wait.  A thread that is
 * cancelled in a wait leaves the queue unlocked and usable, and takes no item
 * with it.  The queue never owns its items; NULL is one like any other.  It
 * may not be shared over fork: the child must not touch it.
 *
 * What polling cannot offer is in files of its own: timed.h (never wait, wait until),
 * tasks.h (task_done, join), closing.h (close).  The model for all that is
 * not said here is Python's queue.Queue with shutdown (3.13).
 */
#ifndef DOORBELL_QUEUE_H
#define DOORBELL_QUEUE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "deque.h"

struct queue {
    const char *name;
    size_t capacity;   /* 0 = unbounded; never changes */
    int64_t gather_ns; /* 0, or how long a getter naps once woken, so that
                        * a batch can gather; set before threads use q */
    pthread_mutex_t lock;
    pthread_cond_t not_empty, not_full, all_done;
    /* lock guards all of these: */
    struct deque items;
    bool closed;
    size_t n_done;    /* calls of queue_task_done */
    size_t n_waiting; /* threads inside a wait */
    size_t waits;     /* how often a thread went to sleep */
    size_t wakeups;   /* how often one woke, the spurious times too */
};

/* Makes an empty, open queue for at most capacity items, 0 for as many as
 * memory holds.  The name must outlive it, and may be NULL.  No memory is
 * taken before it is needed.  Returns 0, EINVAL for a capacity above
 * DEQUE_MAX, or the error of a pthread init function.
 */
int queue_init(struct queue *q, const char *name, size_t capacity);

/* Ends a queue.  Returns 0, or EBUSY, with nothing changed, while threads
 * wait in it or items are left (queue_close_drop hands those over).  Threads
 * that are inside a call but do not wait it cannot see: join them first.
 */
int queue_destroy(struct queue *q);

/* Appends item; waits while the queue is full.  Returns 0; EPIPE when the
 * queue is or becomes closed; ENOMEM.  On an error the item is still the
 * caller's.  A cancellation point where it waits.
 */
int queue_put(struct queue *q, void *item);

/* Takes the oldest item into *item; waits while the queue is empty.  Returns
 * 0, or EPIPE when it is closed and drained; then *item is left alone.  A
 * cancellation point where it waits.
 */
int queue_get(struct queue *q, void **item);

/* How many items there are; it may be wrong by the time that it returns. */
size_t queue_size(struct queue *q);

/* How often threads went to sleep in this queue, and woke, so far. */
struct queue_counts {
    size_t waits, wakeups;
};
struct queue_counts queue_counts(struct queue *q);

#endif
