/* The table of what libpairs.so notes.
 * SPDX-License-Identifier: MIT
 */
#include "pairs/calls/calls.h"

const struct hooks hooks = {
    .pthread_create = pairs_create,
    .pthread_join = pairs_join,
    .pthread_mutex_init = pairs_mutex_init,
    .pthread_mutex_destroy = pairs_mutex_destroy,
    .pthread_mutex_lock = pairs_lock,
    .pthread_mutex_trylock = pairs_trylock,
    .pthread_mutex_timedlock = pairs_timedlock,
    .pthread_mutex_clocklock = pairs_clocklock,
    .pthread_rwlock_init = pairs_rwlock_init,
    .pthread_rwlock_destroy = pairs_rwlock_destroy,
    .pthread_rwlock_rdlock = pairs_rdlock,
    .pthread_rwlock_wrlock = pairs_wrlock,
    .pthread_cond_init = pairs_cond_init,
    .pthread_cond_destroy = pairs_cond_destroy,
    .pthread_cond_wait = pairs_wait,
    .pthread_cond_timedwait = pairs_timedwait,
    .pthread_cond_clockwait = pairs_clockwait,
    .pthread_cond_signal = pairs_signal,
    .pthread_cond_broadcast = pairs_broadcast,
    .sem_init = pairs_sem_init,
    .sem_destroy = pairs_sem_destroy,
    .sem_wait = pairs_sem_wait,
    .sem_trywait = pairs_sem_trywait,
    .sem_timedwait = pairs_sem_timedwait,
    .sem_clockwait = pairs_sem_clockwait,
    .sem_post = pairs_sem_post,
};
