/* How a thread waits in a blocking queue.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "clock.h"
#include "must.h"
#include "wait.h"

/* Each thread's own, like errno: a worker reports how often *it* waited, and
 * a queue with several workers could not tell them apart.
 */
static _Thread_local struct queue_counts this_thread;

static int
condition_init(pthread_cond_t *condition)
{
    pthread_condattr_t attributes;
    int error = pthread_condattr_init(&attributes);

    if (error)
        return error;
    error = pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    if (!error)
        error = pthread_cond_init(condition, &attributes);
    must(pthread_condattr_destroy(&attributes));
    return error;
}

int
wait_points_init(struct queue *q)
{
    if (q->capacity > DEQUE_MAX)
        return EINVAL;
    int error = pthread_mutex_init(&q->lock, NULL);
    if (error)
        return error;
    if ((error = condition_init(&q->not_empty)))
        goto destroy_lock;
    if ((error = condition_init(&q->not_full)))
        goto destroy_not_empty;
    if ((error = condition_init(&q->all_done)))
        goto destroy_not_full;
    return 0;
destroy_not_full:
    must(pthread_cond_destroy(&q->not_full));
destroy_not_empty:
    must(pthread_cond_destroy(&q->not_empty));
destroy_lock:
    must(pthread_mutex_destroy(&q->lock));
    return error;
}

int
wait_points_destroy(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    bool busy = q->n_waiting || !deque_empty(&q->items);
    must(pthread_mutex_unlock(&q->lock));
    if (busy)
        return EBUSY;
    must(pthread_cond_destroy(&q->all_done));
    must(pthread_cond_destroy(&q->not_full));
    must(pthread_cond_destroy(&q->not_empty));
    must(pthread_mutex_destroy(&q->lock));
    return 0;
}

struct wait {
    struct queue *q;
    pthread_cond_t *condition;
};

/* A cancelled thread has the lock back when its handlers run.  It may have
 * been woken for an item that it will not take now, so it wakes the next.
 */
static void
leave_cancelled(void *argument)
{
    struct wait *wait = argument;

    wait->q->n_waiting--;
    must(pthread_cond_signal(wait->condition));
    must(pthread_mutex_unlock(&wait->q->lock));
}

/* "Gather": after the wake-up for the first item of a batch the thread sleeps
 * briefly, so that the others arrive: one wake-up for each batch.  It
 * counts as waiting meanwhile, and is cancelled at its next wait, not here.
 */
static void
gather(struct queue *q)
{
    int state;

    q->n_waiting++;
    must(pthread_mutex_unlock(&q->lock));
    must(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state));
    clock_nap(q->gather_ns);
    must(pthread_setcancelstate(state, NULL));
    must(pthread_mutex_lock(&q->lock));
    q->n_waiting--;
}

/* A NULL deadline is none. */
static int
sleep_once(struct wait *wait, const struct timespec *deadline)
{
    struct queue *q = wait->q;
    int error;

    q->n_waiting++;
    q->waits++;
    this_thread.waits++;
    pthread_cleanup_push(leave_cancelled, wait);
    error = deadline
                ? pthread_cond_timedwait(wait->condition, &q->lock, deadline)
                : pthread_cond_wait(wait->condition, &q->lock);
    pthread_cleanup_pop(0);
    q->n_waiting--;
    q->wakeups++;
    this_thread.wakeups++;
    return error;
}

void
queue_wait(struct queue *q, pthread_cond_t *condition)
{
    struct wait wait = {q, condition};

    must(sleep_once(&wait, NULL));
    if (q->gather_ns && condition == &q->not_empty && !deque_empty(&q->items))
        gather(q);
}

int
queue_wait_until(struct queue *q, pthread_cond_t *condition,
                 const struct timespec *deadline)
{
    struct wait wait = {q, condition};
    int error = sleep_once(&wait, deadline);

    must(error == ETIMEDOUT ? 0 : error);
    return error;
}

struct queue_counts
wait_counts_of_this_thread(void)
{
    return this_thread;
}
