/* The calls that are watched.  Each has the contract of the one whose name it
 * has in struct hooks, and is called in its place.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_WHYHANG_CALLS_CALLS_H
#define DOORBELL_WHYHANG_CALLS_CALLS_H

#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

#include "whyhang/watch/watched.h"

/* For pthread_cleanup_push: a wait that is cancelled is over too. */
static inline void
end_wait(void *nothing)
{
    (void)nothing;
    wait_end();
}

/* The first and the last that a thread does; end_thread is for
 * pthread_cleanup_push, since a thread may be cancelled, or exit.
 */
void begin_thread(void);
void end_thread(void *nothing);

int call_lock(pthread_mutex_t *mutex);
int call_give_back(pthread_mutex_t *mutex);
int call_read_lock(pthread_rwlock_t *rwlock);
int call_write_lock(pthread_rwlock_t *rwlock);
int call_unlock(pthread_rwlock_t *rwlock);

int call_spin(pthread_spinlock_t *lock);
int call_spin_try(pthread_spinlock_t *lock);
int call_spin_unlock(pthread_spinlock_t *lock);

int call_wait(pthread_cond_t *condition, pthread_mutex_t *mutex);
int call_wait_until(pthread_cond_t *condition, pthread_mutex_t *mutex,
                    const struct timespec *deadline);
int call_ring(pthread_cond_t *condition);
int call_ring_all(pthread_cond_t *condition);

int call_semaphore_wait(sem_t *semaphore);
int call_semaphore_post(sem_t *semaphore);
long call_futex(uint32_t *word, int operation, uint32_t value,
                const struct timespec *timeout, uint32_t *word2,
                uint32_t value3);

int call_meet(pthread_barrier_t *barrier);

int call_create(pthread_t *thread, const pthread_attr_t *attributes,
                void *(*body)(void *), void *argument);
int call_join(pthread_t thread, void **result);

int call_lock_c11(mtx_t *mutex);
int call_unlock_c11(mtx_t *mutex);
int call_lock_until_c11(mtx_t *mutex, const struct timespec *deadline);
int call_wait_c11(cnd_t *condition, mtx_t *mutex);
int call_wait_until_c11(cnd_t *condition, mtx_t *mutex,
                        const struct timespec *deadline);
int call_ring_c11(cnd_t *condition);
int call_ring_all_c11(cnd_t *condition);
int call_create_c11(thrd_t *thread, thrd_start_t body, void *argument);
int call_join_c11(thrd_t thread, int *result);
int call_nap_c11(const struct timespec *duration, struct timespec *left);
void call_yield_c11(void);

int call_nap(const struct timespec *duration, struct timespec *left);
int call_clock_nap(clockid_t clock, int flags, const struct timespec *until,
                   struct timespec *left);
int call_short_nap(useconds_t us);
int call_yield(void);

#endif
