/* Condition variables that count their sleepers: a deadlock is seen at once.
 * SPDX-License-Identifier: MIT
 *
 * When all threads that are alive sleep and no wake-up is under way, no thread
 * can ever go on.  All functions are called with the lock held.
 */
#ifndef SLEEPERS_H
#define SLEEPERS_H

#include <pthread.h>

#include "must.h"

struct sleepers {
    pthread_cond_t condition;
    int n_asleep, n_woken; /* of those asleep, how many were woken */
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct sleepers sleepers[2] = {{.condition = PTHREAD_COND_INITIALIZER},
                                      {.condition = PTHREAD_COND_INITIALIZER}};
/* lock guards both of these: */
static int n_alive, is_stuck;

static void
wake(struct sleepers *s, int all)
{
    s->n_woken = all ? s->n_asleep : s->n_woken + (s->n_woken < s->n_asleep);
    must((all ? pthread_cond_broadcast : pthread_cond_signal)(&s->condition));
}

/* If no thread can ever go on: says so in is_stuck, and wakes all. */
static void
check_stuck(void)
{
    int n = sleepers[0].n_asleep + sleepers[1].n_asleep;

    if (n == 0 || n - sleepers[0].n_woken - sleepers[1].n_woken < n_alive)
        return;
    is_stuck = 1;
    wake(&sleepers[0], 1);
    wake(&sleepers[1], 1);
}

static void
sleep_at(struct sleepers *s)
{
    s->n_asleep++;
    check_stuck();
    if (!is_stuck)
        must(pthread_cond_wait(&s->condition, &lock));
    s->n_asleep--;
    s->n_woken -= s->n_woken > 0;
}

#endif
