/* The real functions: what the names mean behind the take-over.
 * SPDX-License-Identifier: MIT
 *
 * How it works: dlsym(RTLD_NEXT) finds each name in the objects behind this
 * one.  Of some names glibc has two versions, the older for programs from
 * before 2002: dlvsym asks for the newer one where the machine has both.
 *
 * Threads may resolve at the same time: each stores the same addresses, so
 * that no thread has to wait, for which it would need a lock.
 */
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/syscall.h>

#include "array_len.h"
#include "hooks/hooks.h"
#include "hooks/words.h"

_Thread_local const void *hooks_site;

static struct hooks real;
static long (*real_syscall)(long number, ...);

/* A name, where it is kept, and its later version if there are two. */
#define NAME(name)                                                             \
    {                                                                          \
        &real.name, #name, NULL                                                \
    }
#define CONDITION(name)                                                        \
    {                                                                          \
        &real.name, #name, "GLIBC_2.3.2"                                       \
    }

static const struct name {
    void *function;
    const char *name;
    const char *version;
} names[] = {
    NAME(pthread_mutex_init),
    NAME(pthread_mutex_destroy),
    NAME(pthread_mutex_lock),
    NAME(pthread_mutex_trylock),
    NAME(pthread_mutex_timedlock),
    NAME(pthread_mutex_clocklock),
    NAME(pthread_mutex_unlock),
    NAME(pthread_rwlock_init),
    NAME(pthread_rwlock_destroy),
    NAME(pthread_rwlock_rdlock),
    NAME(pthread_rwlock_wrlock),
    NAME(pthread_rwlock_unlock),
    NAME(pthread_spin_lock),
    NAME(pthread_spin_trylock),
    NAME(pthread_spin_unlock),
    CONDITION(pthread_cond_init),
    CONDITION(pthread_cond_destroy),
    CONDITION(pthread_cond_wait),
    CONDITION(pthread_cond_timedwait),
    NAME(pthread_cond_clockwait),
    CONDITION(pthread_cond_signal),
    CONDITION(pthread_cond_broadcast),
    NAME(sem_init),
    NAME(sem_destroy),
    NAME(sem_wait),
    NAME(sem_trywait),
    NAME(sem_timedwait),
    NAME(sem_clockwait),
    NAME(sem_post),
    NAME(sem_getvalue),
    NAME(pthread_barrier_wait),
    NAME(pthread_create),
    NAME(pthread_join),
    NAME(pthread_detach),
    NAME(pthread_exit),
    NAME(pthread_self),
    NAME(pthread_setname_np),
    NAME(pthread_once),
    NAME(pthread_key_create),
    NAME(pthread_key_delete),
    NAME(pthread_getspecific),
    NAME(pthread_setspecific),
    NAME(mtx_lock),
    NAME(mtx_timedlock),
    NAME(mtx_trylock),
    NAME(mtx_unlock),
    NAME(cnd_wait),
    NAME(cnd_timedwait),
    NAME(cnd_signal),
    NAME(cnd_broadcast),
    NAME(thrd_create),
    NAME(thrd_join),
    NAME(thrd_sleep),
    NAME(thrd_yield),
    NAME(nanosleep),
    NAME(clock_nanosleep),
    NAME(usleep),
    NAME(sleep),
    NAME(sched_yield),
    NAME(clock_gettime),
    NAME(eventfd),
    NAME(read),
    NAME(write),
    NAME(poll),
    NAME(ppoll),
    NAME(close),
    {&real_syscall, "syscall", NULL},
};

static void *
find(const struct name *name)
{
    void *found =
        name->version ? dlvsym(RTLD_NEXT, name->name, name->version) : NULL;

    return found ? found : dlsym(RTLD_NEXT, name->name);
}

static long
futex(uint32_t *word, int operation, uint32_t value,
      const struct timespec *timeout, uint32_t *word2, uint32_t value3)
{
    return real_syscall(SYS_futex, word, operation, value, timeout, word2,
                        value3);
}

/* POSIX lets dlsym's result be kept as a function; C has no cast for it. */
static void
resolve(void)
{
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        void *found = find(&names[i]);
        if (!found)
            abort();
        *(void **)names[i].function = found;
    }
    real.futex = futex;
}

const struct hooks *
hooks_real(void)
{
    static atomic_bool resolved;

    if (!atomic_load_explicit(&resolved, memory_order_acquire)) {
        resolve();
        atomic_store_explicit(&resolved, true, memory_order_release);
    }
    return &real;
}

long
hooks_real_syscall(long number, const long word[6])
{
    hooks_real();
    return real_syscall(number, word[0], word[1], word[2], word[3], word[4],
                        word[5]);
}
