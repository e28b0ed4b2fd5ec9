/* Bells that know who sleeps: what stands still is seen without a clock.
 * SPDX-License-Identifier: MIT
 *
 * Everybody sleeps, and nobody is on the way back from a ring: then nothing will
 * ever move again.  All functions are called with the lock held.
 */
#ifndef BELLS_H
#define BELLS_H

#include <pthread.h>

#include "must.h"

struct bell {
    pthread_cond_t condition;
    int n_asleep, n_rung; /* of those asleep, how many are on their way */
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct bell bells[2] = {{.condition = PTHREAD_COND_INITIALIZER},
                               {.condition = PTHREAD_COND_INITIALIZER}};
/* lock guards both of these: */
static int n_alive, stands_still;

static void
ring(struct bell *b, int for_all)
{
    b->n_rung = for_all ? b->n_asleep : b->n_rung + (b->n_rung < b->n_asleep);
    must((for_all ? pthread_cond_broadcast
                  : pthread_cond_signal)(&b->condition));
}

/* Whether anything will ever move again; if not, all are let go. */
static void
look_around(void)
{
    int n = bells[0].n_asleep + bells[1].n_asleep;

    if (n == 0 || n - bells[0].n_rung - bells[1].n_rung < n_alive)
        return;
    stands_still = 1;
    ring(&bells[0], 1);
    ring(&bells[1], 1);
}

static void
sleep_at(struct bell *b)
{
    b->n_asleep++;
    look_around();
    if (!stands_still)
        must(pthread_cond_wait(&b->condition, &lock));
    b->n_asleep--;
    b->n_rung -= b->n_rung > 0;
}

#endif
