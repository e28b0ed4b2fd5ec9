/* One take-over of the pthread, semaphore, sleep, clock and futex calls.
 * SPDX-License-Identifier: MIT
 *
 * A program or a library that links these objects defines the public names
 * itself: pthread_mutex_lock, sem_wait, nanosleep and so on.  As an executable
 * that exports them (-rdynamic) it takes them over for all that it loads with
 * dlopen; as a library in LD_PRELOAD, for the whole program.  One table says
 * what then happens:
 *
 *     static int
 *     lock(pthread_mutex_t *mutex)
 *     {
 *         count++;
 *         return hooks_real()->pthread_mutex_lock(mutex);
 *     }
 *     const struct hooks hooks = {.pthread_mutex_lock = lock};
 *
 * A member that is NULL leaves the call to the real function.  Each file here
 * is one noun; only the files that are linked take anything over: lock.c,
 * spin.c, condition.c, semaphore.c, barrier.c, thread.c, c11.c, time.c,
 * kernel.c; memory.c has a table of its own, since few instruments want every
 * allocation.
 *
 * What is not taken over: calls that libc makes inside itself (so the lock of
 * stdio; and C11's mtx_lock is no pthread_mutex_lock, but a name of its own),
 * and system calls made without libc's wrapper.  A hook must not make the
 * calls that it takes over, but through hooks_real().
 */
#ifndef DOORBELL_HOOKS_HOOKS_H
#define DOORBELL_HOOKS_HOOKS_H

#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

struct hooks {
    /* lock.c */
    int (*pthread_mutex_init)(pthread_mutex_t *, const pthread_mutexattr_t *);
    int (*pthread_mutex_destroy)(pthread_mutex_t *);
    int (*pthread_mutex_lock)(pthread_mutex_t *);
    int (*pthread_mutex_trylock)(pthread_mutex_t *);
    int (*pthread_mutex_timedlock)(pthread_mutex_t *, const struct timespec *);
    int (*pthread_mutex_clocklock)(pthread_mutex_t *, clockid_t,
                                   const struct timespec *);
    int (*pthread_mutex_unlock)(pthread_mutex_t *);
    int (*pthread_rwlock_init)(pthread_rwlock_t *,
                               const pthread_rwlockattr_t *);
    int (*pthread_rwlock_destroy)(pthread_rwlock_t *);
    int (*pthread_rwlock_rdlock)(pthread_rwlock_t *);
    int (*pthread_rwlock_wrlock)(pthread_rwlock_t *);
    int (*pthread_rwlock_unlock)(pthread_rwlock_t *);

    /* spin.c */
    int (*pthread_spin_lock)(pthread_spinlock_t *);
    int (*pthread_spin_trylock)(pthread_spinlock_t *);
    int (*pthread_spin_unlock)(pthread_spinlock_t *);

    /* condition.c */
    int (*pthread_cond_init)(pthread_cond_t *, const pthread_condattr_t *);
    int (*pthread_cond_destroy)(pthread_cond_t *);
    int (*pthread_cond_wait)(pthread_cond_t *, pthread_mutex_t *);
    int (*pthread_cond_timedwait)(pthread_cond_t *, pthread_mutex_t *,
                                  const struct timespec *);
    int (*pthread_cond_clockwait)(pthread_cond_t *, pthread_mutex_t *,
                                  clockid_t, const struct timespec *);
    int (*pthread_cond_signal)(pthread_cond_t *);
    int (*pthread_cond_broadcast)(pthread_cond_t *);

    /* semaphore.c */
    int (*sem_init)(sem_t *, int, unsigned);
    int (*sem_destroy)(sem_t *);
    int (*sem_wait)(sem_t *);
    int (*sem_trywait)(sem_t *);
    int (*sem_timedwait)(sem_t *, const struct timespec *);
    int (*sem_clockwait)(sem_t *, clockid_t, const struct timespec *);
    int (*sem_post)(sem_t *);
    int (*sem_getvalue)(sem_t *, int *);

    /* barrier.c */
    int (*pthread_barrier_wait)(pthread_barrier_t *);

    /* thread.c */
    int (*pthread_create)(pthread_t *, const pthread_attr_t *,
                          void *(*)(void *), void *);
    int (*pthread_join)(pthread_t, void **);
    int (*pthread_detach)(pthread_t);
    void (*pthread_exit)(void *); /* must not return */
    pthread_t (*pthread_self)(void);
    int (*pthread_setname_np)(pthread_t, const char *);
    int (*pthread_once)(pthread_once_t *, void (*)(void));
    int (*pthread_key_create)(pthread_key_t *, void (*)(void *));
    int (*pthread_key_delete)(pthread_key_t);
    void *(*pthread_getspecific)(pthread_key_t);
    int (*pthread_setspecific)(pthread_key_t, const void *);

    /* c11.c */
    int (*mtx_lock)(mtx_t *);
    int (*mtx_timedlock)(mtx_t *, const struct timespec *);
    int (*mtx_trylock)(mtx_t *);
    int (*mtx_unlock)(mtx_t *);
    int (*cnd_wait)(cnd_t *, mtx_t *);
    int (*cnd_timedwait)(cnd_t *, mtx_t *, const struct timespec *);
    int (*cnd_signal)(cnd_t *);
    int (*cnd_broadcast)(cnd_t *);
    int (*thrd_create)(thrd_t *, thrd_start_t, void *);
    int (*thrd_join)(thrd_t, int *);
    int (*thrd_sleep)(const struct timespec *, struct timespec *);
    void (*thrd_yield)(void);

    /* time.c */
    int (*nanosleep)(const struct timespec *, struct timespec *);
    int (*clock_nanosleep)(clockid_t, int, const struct timespec *,
                           struct timespec *);
    int (*usleep)(useconds_t);
    unsigned (*sleep)(unsigned);
    int (*sched_yield)(void);
    int (*clock_gettime)(clockid_t, struct timespec *);

    /* kernel.c; futex is syscall(SYS_futex, ...), and returns like
     * that: -1 with errno set.  No other system call is looked at.
     */
    long (*futex)(uint32_t *word, int operation, uint32_t value,
                  const struct timespec *timeout, uint32_t *word2,
                  uint32_t value3);
    int (*eventfd)(unsigned, int);
    ssize_t (*read)(int, void *, size_t);
    ssize_t (*write)(int, const void *, size_t);
    int (*poll)(struct pollfd *, nfds_t, int);
    int (*ppoll)(struct pollfd *, nfds_t, const struct timespec *,
                 const sigset_t *);
    int (*close)(int);
};

struct memory_hooks {
    void *(*malloc)(size_t);
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    void *(*aligned_alloc)(size_t alignment, size_t);
    void (*free)(void *);
};

/* Defined by the program or library that links the files above. */
extern const struct hooks hooks;
extern const struct memory_hooks memory_hooks;

/* The next definitions of the names, which are libc's unless another library
 * is between; every member is set.  May be called from any thread, at
 * any time, constructors and signal handlers among them: it is resolved by
 * the first call, and calls no function that is taken over.
 */
const struct hooks *hooks_real(void);
const struct memory_hooks *memory_hooks_real(void);

/* Inside a hook: the address to which the call returns, in its caller.  Read
 * it before anything else is called.
 */
extern _Thread_local const void *hooks_site
    __attribute__((tls_model("initial-exec")));

#endif
