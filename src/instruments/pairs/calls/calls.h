/* What libpairs.so calls in place of each call: the hooks' signatures.
 * SPDX-License-Identifier: MIT
 *
 * Each reads hooks_site first.  The moment of a lock or of a semaphore's wait is when
 * it has succeeded; of a wait for a condition, of a signal and of a post, when it is
 * called.  A signal that is sent without the lock while another thread begins to wait
 * may so be noted either way round.
 */
#ifndef DOORBELL_PAIRS_CALLS_CALLS_H
#define DOORBELL_PAIRS_CALLS_CALLS_H

#include "hooks/hooks.h"

/* locks.c */
int pairs_mutex_init(pthread_mutex_t *m, const pthread_mutexattr_t *attributes);
int pairs_mutex_destroy(pthread_mutex_t *m);
int pairs_lock(pthread_mutex_t *m);
int pairs_trylock(pthread_mutex_t *m);
int pairs_timedlock(pthread_mutex_t *m, const struct timespec *deadline);
int pairs_clocklock(pthread_mutex_t *m, clockid_t clock,
                    const struct timespec *deadline);
int pairs_rwlock_init(pthread_rwlock_t *l,
                      const pthread_rwlockattr_t *attributes);
int pairs_rwlock_destroy(pthread_rwlock_t *l);
int pairs_rdlock(pthread_rwlock_t *l);
int pairs_wrlock(pthread_rwlock_t *l);

/* conditions.c */
int pairs_cond_init(pthread_cond_t *c, const pthread_condattr_t *attributes);
int pairs_cond_destroy(pthread_cond_t *c);
int pairs_wait(pthread_cond_t *c, pthread_mutex_t *m);
int pairs_timedwait(pthread_cond_t *c, pthread_mutex_t *m,
                    const struct timespec *deadline);
int pairs_clockwait(pthread_cond_t *c, pthread_mutex_t *m, clockid_t clock,
                    const struct timespec *deadline);
int pairs_signal(pthread_cond_t *c);
int pairs_broadcast(pthread_cond_t *c);

/* semaphores.c */
int pairs_sem_init(sem_t *s, int shared, unsigned value);
int pairs_sem_destroy(sem_t *s);
int pairs_sem_wait(sem_t *s);
int pairs_sem_trywait(sem_t *s);
int pairs_sem_timedwait(sem_t *s, const struct timespec *deadline);
int pairs_sem_clockwait(sem_t *s, clockid_t clock,
                        const struct timespec *deadline);
int pairs_sem_post(sem_t *s);

/* threads.c */
int pairs_create(pthread_t *thread, const pthread_attr_t *attributes,
                 void *(*body)(void *), void *argument);
int pairs_join(pthread_t thread, void **result);

#endif
