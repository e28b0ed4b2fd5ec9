/* Join waits until task_done was called once for each put.
 * SPDX-License-Identifier: MIT
 */
#include "tasks.h"

int
queue_task_done(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    int error = q->n_unfinished ? 0 : EINVAL;
    q->n_unfinished -= error == 0;
    if (q->n_unfinished == 0)
        must(pthread_cond_broadcast(&q->all_done));
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

void
queue_join(struct queue *q)
{
    must(pthread_mutex_lock(&q->lock));
    while (q->n_unfinished > 0)
        must(pthread_cond_wait(&q->all_done, &q->lock));
    must(pthread_mutex_unlock(&q->lock));
}
