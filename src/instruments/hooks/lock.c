/* The mutex and the read-write lock, taken over.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/take_over.h"

TAKE_OVER(int, pthread_mutex_init,
          (pthread_mutex_t * mutex, const pthread_mutexattr_t *attributes),
          (mutex, attributes))
TAKE_OVER(int, pthread_mutex_destroy, (pthread_mutex_t * mutex), (mutex))
TAKE_OVER(int, pthread_mutex_lock, (pthread_mutex_t * mutex), (mutex))
TAKE_OVER(int, pthread_mutex_trylock, (pthread_mutex_t * mutex), (mutex))
TAKE_OVER(int, pthread_mutex_timedlock,
          (pthread_mutex_t * mutex, const struct timespec *deadline),
          (mutex, deadline))
TAKE_OVER(int, pthread_mutex_clocklock,
          (pthread_mutex_t * mutex, clockid_t clock,
           const struct timespec *deadline),
          (mutex, clock, deadline))
TAKE_OVER(int, pthread_mutex_unlock, (pthread_mutex_t * mutex), (mutex))
TAKE_OVER(int, pthread_rwlock_init,
          (pthread_rwlock_t * lock, const pthread_rwlockattr_t *attributes),
          (lock, attributes))
TAKE_OVER(int, pthread_rwlock_destroy, (pthread_rwlock_t * lock), (lock))
TAKE_OVER(int, pthread_rwlock_rdlock, (pthread_rwlock_t * lock), (lock))
TAKE_OVER(int, pthread_rwlock_wrlock, (pthread_rwlock_t * lock), (lock))
TAKE_OVER(int, pthread_rwlock_unlock, (pthread_rwlock_t * lock), (lock))
