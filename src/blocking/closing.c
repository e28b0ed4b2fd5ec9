/* No more will come.
 * SPDX-License-Identifier: MIT
 */
#include "closing.h"
#include "must.h"

/* The flag is set under the lock: a thread that has just seen it clear is
 * asleep, or waits for the lock, before this thread can signal.
 */
static struct deque
close_and_take(struct queue *q, bool take)
{
    struct deque taken = {0};

    must(pthread_mutex_lock(&q->lock));
    q->closed = true;
    if (take)
        taken = deque_take_all(&q->items);
    must(pthread_cond_broadcast(&q->not_empty));
    must(pthread_cond_broadcast(&q->not_full));
    must(pthread_mutex_unlock(&q->lock));
    return taken;
}

/* A caller may have called task_done for items that are still queued, so the
 * count is capped at the unfinished ones.
 */
static void
count_as_done(struct queue *q, size_t n)
{
    must(pthread_mutex_lock(&q->lock));
    size_t unfinished = q->items.pushed - q->n_done;
    q->n_done += n < unfinished ? n : unfinished;
    must(pthread_cond_broadcast(&q->all_done));
    must(pthread_mutex_unlock(&q->lock));
}

void
queue_close(struct queue *q)
{
    close_and_take(q, false);
}

void
queue_close_drop(struct queue *q, void (*drop)(void *context, void *item),
                 void *context)
{
    struct deque dropped = close_and_take(q, true);
    size_t n = dropped.size;
    void *item;

    while (deque_pop(&dropped, &item))
        if (drop)
            drop(context, item);
    deque_destroy(&dropped);
    if (n) /* else it is through with the queue, which may be gone by now */
        count_as_done(q, n);
}

bool
queue_closed(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    bool closed = q->closed;
    must(pthread_mutex_unlock(&q->lock));
    return closed;
}
