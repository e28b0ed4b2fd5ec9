/* Is it done?
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "must.h"
#include "tasks.h"
#include "timed.h"
#include "wait.h"

static bool
all_done(const struct queue *q)
{
    return q->n_done == q->items.pushed;
}

/* A join waits for a moment, not for a thing that one of them could take, so
 * all that wait are woken.
 */
int
queue_task_done(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    bool too_often = all_done(q);
    if (!too_often)
        q->n_done++;
    if (!too_often && all_done(q))
        must(pthread_cond_broadcast(&q->all_done));
    must(pthread_mutex_unlock(&q->lock));
    return too_often ? EINVAL : 0;
}

size_t
queue_unfinished(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    size_t unfinished = q->items.pushed - q->n_done;
    must(pthread_mutex_unlock(&q->lock));
    return unfinished;
}

void
queue_join(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    while (!all_done(q))
        queue_wait(q, &q->all_done);
    must(pthread_mutex_unlock(&q->lock));
}

int
queue_join_until(struct queue *q, const struct timespec *deadline)
{
    int error = deadline_check(deadline);

    if (error)
        return error;
    must(pthread_mutex_lock(&q->lock));
    while (!all_done(q) && !error)
        error = queue_wait_until(q, &q->all_done, deadline);
    if (all_done(q))
        error = 0;
    must(pthread_mutex_unlock(&q->lock));
    return error;
}
