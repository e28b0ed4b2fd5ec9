/* The semaphore, taken over.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/take_over.h"

TAKE_OVER(int, sem_init, (sem_t * semaphore, int shared, unsigned value),
          (semaphore, shared, value))
TAKE_OVER(int, sem_destroy, (sem_t * semaphore), (semaphore))
TAKE_OVER(int, sem_wait, (sem_t * semaphore), (semaphore))
TAKE_OVER(int, sem_trywait, (sem_t * semaphore), (semaphore))
TAKE_OVER(int, sem_timedwait,
          (sem_t * semaphore, const struct timespec *deadline),
          (semaphore, deadline))
TAKE_OVER(int, sem_clockwait,
          (sem_t * semaphore, clockid_t clock, const struct timespec *deadline),
          (semaphore, clock, deadline))
TAKE_OVER(int, sem_post, (sem_t * semaphore), (semaphore))
TAKE_OVER(int, sem_getvalue, (sem_t * semaphore, int *value),
          (semaphore, value))
