/* What libtrace.so calls in place of each call: the decorators' signatures.
 * SPDX-License-Identifier: MIT
 *
 * Each reads hooks_site first, makes the real call between two looks at the
 * clock, and adds what it took.
 */
#ifndef DOORBELL_TRACE_CALLS_CALLS_H
#define DOORBELL_TRACE_CALLS_CALLS_H

#include "hooks/hooks.h"

/* locks.c */
int trace_lock(pthread_mutex_t *mutex);
int trace_trylock(pthread_mutex_t *mutex);
int trace_timedlock(pthread_mutex_t *mutex, const struct timespec *deadline);
int trace_clocklock(pthread_mutex_t *mutex, clockid_t clock,
                    const struct timespec *deadline);
int trace_unlock(pthread_mutex_t *mutex);

/* conditions.c */
int trace_wait(pthread_cond_t *condition, pthread_mutex_t *mutex);
int trace_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex,
                    const struct timespec *deadline);
int trace_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex,
                    clockid_t clock, const struct timespec *deadline);
int trace_signal(pthread_cond_t *condition);
int trace_broadcast(pthread_cond_t *condition);

/* sleeps.c */
int trace_nanosleep(const struct timespec *duration, struct timespec *left);
int trace_clock_nanosleep(clockid_t clock, int flags,
                          const struct timespec *until, struct timespec *left);
int trace_usleep(useconds_t us);
unsigned trace_sleep(unsigned seconds);
int trace_sched_yield(void);
int trace_clock_gettime(clockid_t clock, struct timespec *now);

#endif
