/* A queue without a bound, to be joined: what task_done and join are to do.
 * SPDX-License-Identifier: MIT
 *
 * Put and get are there (tasks.c): each put counts one more that is unfinished,
 * and a get changes nothing about that.  You write the other two.
 */
#ifndef EXERCISE_TASKS_H
#define EXERCISE_TASKS_H

#include <errno.h>
#include <pthread.h>

#include "deque.h"
#include "must.h"

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t not_empty, all_done;
    /* lock guards both of these: */
    struct deque items;
    size_t n_unfinished; /* put, and not yet reported by task_done */
};

/* Reports that one item is done. 0; EINVAL, with nothing changed, when none is
 * unfinished.  Never waits.
 */
int queue_task_done(struct queue *q);

/* Returns once none is unfinished; until then it sleeps.  Any number of threads
 * may be in it.
 */
void queue_join(struct queue *q);

#endif
