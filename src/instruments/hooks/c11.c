/* The threads, mutexes and condition variables of C11, taken over.
 * SPDX-License-Identifier: MIT
 *
 * glibc makes them of the same parts as the pthread ones, but calls those
 * inside itself: a hook of pthread_mutex_lock does not see mtx_lock.
 */
#include "hooks/take_over.h"

TAKE_OVER(int, mtx_lock, (mtx_t * mutex), (mutex))
TAKE_OVER(int, mtx_timedlock,
          (mtx_t *restrict mutex, const struct timespec *restrict deadline),
          (mutex, deadline))
TAKE_OVER(int, mtx_trylock, (mtx_t * mutex), (mutex))
TAKE_OVER(int, mtx_unlock, (mtx_t * mutex), (mutex))
TAKE_OVER(int, cnd_wait, (cnd_t * condition, mtx_t *mutex), (condition, mutex))
TAKE_OVER(int, cnd_timedwait,
          (cnd_t *restrict condition, mtx_t *restrict mutex,
           const struct timespec *restrict deadline),
          (condition, mutex, deadline))
TAKE_OVER(int, cnd_signal, (cnd_t * condition), (condition))
TAKE_OVER(int, cnd_broadcast, (cnd_t * condition), (condition))
TAKE_OVER(int, thrd_create,
          (thrd_t * thread, thrd_start_t body, void *argument),
          (thread, body, argument))
TAKE_OVER(int, thrd_join, (thrd_t thread, int *result), (thread, result))
TAKE_OVER(int, thrd_sleep,
          (const struct timespec *duration, struct timespec *left),
          (duration, left))

__attribute__((visibility("default"))) void
thrd_yield(void)
{
    hooks_site = __builtin_return_address(0);
    (hooks.thrd_yield ? hooks.thrd_yield : hooks_real()->thrd_yield)();
}
