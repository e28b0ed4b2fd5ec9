/* Does not refuse one too many.
 * SPDX-License-Identifier: MIT
 */
#include "tasks.h"

int
queue_task_done(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    if (--q->n_unfinished == 0)
        must(pthread_cond_broadcast(&q->all_done));
    must(pthread_mutex_unlock(&q->lock));
    return 0;
}

void
queue_join(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    while (q->n_unfinished > 0)
        must(pthread_cond_wait(&q->all_done, &q->lock));
    must(pthread_mutex_unlock(&q->lock));
}
