/* The calls that are watched: each does what it always does, and says so.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/hooks.h"
#include "whyhang/calls/calls.h"

const struct hooks hooks = {
    .pthread_mutex_lock = call_lock,
    .pthread_mutex_unlock = call_give_back,
    .pthread_rwlock_rdlock = call_read_lock,
    .pthread_rwlock_wrlock = call_write_lock,
    .pthread_rwlock_unlock = call_unlock,
    .pthread_spin_lock = call_spin,
    .pthread_spin_trylock = call_spin_try,
    .pthread_spin_unlock = call_spin_unlock,
    .pthread_cond_wait = call_wait,
    .pthread_cond_timedwait = call_wait_until,
    .pthread_cond_signal = call_ring,
    .pthread_cond_broadcast = call_ring_all,
    .sem_wait = call_semaphore_wait,
    .sem_post = call_semaphore_post,
    .futex = call_futex,
    .pthread_barrier_wait = call_meet,
    .pthread_create = call_create,
    .pthread_join = call_join,
    .mtx_lock = call_lock_c11,
    .mtx_unlock = call_unlock_c11,
    .mtx_timedlock = call_lock_until_c11,
    .cnd_wait = call_wait_c11,
    .cnd_timedwait = call_wait_until_c11,
    .cnd_signal = call_ring_c11,
    .cnd_broadcast = call_ring_all_c11,
    .thrd_create = call_create_c11,
    .thrd_join = call_join_c11,
    .thrd_sleep = call_nap_c11,
    .thrd_yield = call_yield_c11,
    .nanosleep = call_nap,
    .clock_nanosleep = call_clock_nap,
    .usleep = call_short_nap,
    .sched_yield = call_yield,
};
