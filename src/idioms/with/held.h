/* A mutex that is held during a block.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_WITH_HELD_H
#define DOORBELL_WITH_HELD_H

#include <pthread.h>

#include "guard.h"
#include "must.h"

/* Holds the mutex during the block; with_lock waits for it. */
#define with_lock(mutex) WITH_LOCK(mutex, __COUNTER__)

/* The same from here to the end of the block that it is in, as a
 * declaration: here break and continue are those of the loop around.
 */
#define hold_lock(mutex) WITH_HOLD(mutex, __COUNTER__)

static inline pthread_mutex_t *
with_locked(pthread_mutex_t *mutex)
{
    must(pthread_mutex_lock(mutex));
    return mutex;
}

static inline void
with_unlock(pthread_mutex_t **mutex)
{
    must(pthread_mutex_unlock(*mutex));
}

/* A name for each use, so that they can be nested without shadowing; it takes
 * one more macro for the counter to become a number.
 */
#define WITH_LOCK(mutex, n) WITH_LOCK_BLOCK(mutex, n)
#define WITH_HOLD(mutex, n) WITH_HOLD_HERE(mutex, n)
#define WITH_LOCK_BLOCK(mutex, n)                                              \
    for (pthread_mutex_t * with_lock_##n                                       \
                               guarded(with_unlock) = with_locked(mutex),      \
                               **with_once_##n = &with_lock_##n;               \
         with_once_##n; with_once_##n = NULL)
#define WITH_HOLD_HERE(mutex, n)                                               \
    pthread_mutex_t *with_hold_##n guarded(with_unlock) = with_locked(mutex)

#endif
