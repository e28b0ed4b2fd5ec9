/* The condition variable, taken over.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/take_over.h"

TAKE_OVER(int, pthread_cond_init,
          (pthread_cond_t * condition, const pthread_condattr_t *attributes),
          (condition, attributes))
TAKE_OVER(int, pthread_cond_destroy, (pthread_cond_t * condition), (condition))
TAKE_OVER(int, pthread_cond_wait,
          (pthread_cond_t * condition, pthread_mutex_t *mutex),
          (condition, mutex))
TAKE_OVER(int, pthread_cond_timedwait,
          (pthread_cond_t * condition, pthread_mutex_t *mutex,
           const struct timespec *deadline),
          (condition, mutex, deadline))
TAKE_OVER(int, pthread_cond_clockwait,
          (pthread_cond_t * condition, pthread_mutex_t *mutex, clockid_t clock,
           const struct timespec *deadline),
          (condition, mutex, clock, deadline))
TAKE_OVER(int, pthread_cond_signal, (pthread_cond_t * condition), (condition))
TAKE_OVER(int, pthread_cond_broadcast, (pthread_cond_t * condition),
          (condition))
