/* What the calls share that are taken over; the table is in table.c.
 * SPDX-License-Identifier: MIT
 *
 * Each call first asks whether the explored program makes it: the explorer's
 * own calls, and those of the threads that lend storage, go to libc.
 */
#ifndef DOORBELL_EXPLORE_CALLS_CALLS_H
#define DOORBELL_EXPLORE_CALLS_CALLS_H

#include "explore/memory/arena.h"
#include "explore/engine/engine.h"
#include "explore/memory/memory.h"
#include "hooks/hooks.h"

static inline bool
is_explored(void)
{
    return engine.current != NULL;
}

/* The moment of CLOCK_MONOTONIC that a deadline of that clock means; NEVER
 * for NULL.
 */
int64_t deadline_ns(clockid_t clock, const struct timespec *deadline);

/* Fails when the object was destroyed, or is in freed memory. */
void object_check(const struct object *o);

/* An unlock: a step where that makes a difference. */
void object_unlock(struct object *o, const void *site);

/* end.c: the object is new, whatever was at its address; or it ends, where no
 * use may follow, and the caller has seen that no thread uses it; or the block
 * does, with all objects in it.
 */
void object_begin(struct object *o);
void object_end(struct object *o, const void *site);
void block_end(const struct arena_block *block, const void *site);

/* mutex.c, for condition.c */
struct object *mutex_at(pthread_mutex_t *mutex, const void *site);
void mutex_take(struct object *mutex);
void mutex_let_go(struct object *mutex);

/* Wakes the task, which sleeps at o; with a lock to take again if it has. */
void sleep_over(struct object *o, unsigned task);

/* The tables' functions, file by file. */
int explore_mutex_init(pthread_mutex_t *mutex, const pthread_mutexattr_t *a);
int explore_mutex_destroy(pthread_mutex_t *mutex);
int explore_mutex_lock(pthread_mutex_t *mutex);
int explore_mutex_trylock(pthread_mutex_t *mutex);
int explore_mutex_timedlock(pthread_mutex_t *mutex,
                            const struct timespec *deadline);
int explore_mutex_clocklock(pthread_mutex_t *mutex, clockid_t clock,
                            const struct timespec *deadline);
int explore_mutex_unlock(pthread_mutex_t *mutex);
int explore_rwlock_init(pthread_rwlock_t *lock, const pthread_rwlockattr_t *a);
int explore_rwlock_destroy(pthread_rwlock_t *lock);
int explore_rwlock_rdlock(pthread_rwlock_t *lock);
int explore_rwlock_wrlock(pthread_rwlock_t *lock);
int explore_rwlock_unlock(pthread_rwlock_t *lock);

int explore_cond_init(pthread_cond_t *c, const pthread_condattr_t *a);
int explore_cond_destroy(pthread_cond_t *c);
int explore_cond_wait(pthread_cond_t *c, pthread_mutex_t *mutex);
int explore_cond_timedwait(pthread_cond_t *c, pthread_mutex_t *mutex,
                           const struct timespec *deadline);
int explore_cond_clockwait(pthread_cond_t *c, pthread_mutex_t *mutex,
                           clockid_t clock, const struct timespec *deadline);
int explore_cond_signal(pthread_cond_t *c);
int explore_cond_broadcast(pthread_cond_t *c);

int explore_sem_init(sem_t *s, int shared, unsigned value);
int explore_sem_destroy(sem_t *s);
int explore_sem_wait(sem_t *s);
int explore_sem_trywait(sem_t *s);
int explore_sem_timedwait(sem_t *s, const struct timespec *deadline);
int explore_sem_clockwait(sem_t *s, clockid_t clock,
                          const struct timespec *deadline);
int explore_sem_post(sem_t *s);
int explore_sem_getvalue(sem_t *s, int *value);

int explore_create(pthread_t *thread, const pthread_attr_t *attributes,
                   void *(*body)(void *), void *argument);
int explore_join(pthread_t thread, void **result);
int explore_detach(pthread_t thread);
void explore_exit(void *result);
pthread_t explore_self(void);
int explore_setname(pthread_t thread, const char *name);
int explore_once(pthread_once_t *once, void (*body)(void));
int explore_key_create(pthread_key_t *key, void (*end)(void *));
int explore_key_delete(pthread_key_t key);
void *explore_getspecific(pthread_key_t key);
int explore_setspecific(pthread_key_t key, const void *value);
void keys_reset(void);
void keys_end(struct task *t);

int explore_nanosleep(const struct timespec *duration, struct timespec *left);
int explore_clock_nanosleep(clockid_t clock, int flags,
                            const struct timespec *until,
                            struct timespec *left);
int explore_usleep(useconds_t us);
unsigned explore_sleep(unsigned seconds);
int explore_yield(void);
int explore_clock_gettime(clockid_t clock, struct timespec *now);
/* A poll that found nothing: rests, until there is news or the moment has come. */
void explore_rest(int64_t until_ns, const void *site);

long explore_futex(uint32_t *word, int operation, uint32_t value,
                   const struct timespec *timeout, uint32_t *word2,
                   uint32_t value3);
int explore_eventfd(unsigned count, int flags);
ssize_t explore_read(int fd, void *bytes, size_t n);
ssize_t explore_write(int fd, const void *bytes, size_t n);
int explore_poll(struct pollfd *fds, nfds_t n, int timeout_ms);
int explore_ppoll(struct pollfd *fds, nfds_t n, const struct timespec *timeout,
                  const sigset_t *mask);
int explore_close(int fd);

#endif
