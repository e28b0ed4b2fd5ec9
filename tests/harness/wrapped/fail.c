/* Makes a call fail that hardly ever does, and counts what was not undone.
 * SPDX-License-Identifier: MIT
 *
 * ld --wrap=f turns calls of f into calls of __wrap_f, and __real_f is f: the
 * names with underscores are the linker's.
 */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

#include "deque.h"
#include "fail.h"
#include "fail_now.h"

static atomic_size_t calls_left[N_FAIL_CALLS];
static atomic_size_t n_alive;
static atomic_uintptr_t sum_alive;

void
fail_at(enum fail_call call, size_t k)
{
    atomic_store(&calls_left[call], k);
}

void
fail_begin(void)
{
    atomic_store(&n_alive, 0);
    atomic_store(&sum_alive, 0);
}

size_t
fail_n_alive(void)
{
    return atomic_load(&n_alive);
}

uintptr_t
fail_alive_sum(void)
{
    return atomic_load(&sum_alive);
}

bool
fail_now(enum fail_call call)
{
    size_t left = atomic_load(&calls_left[call]);

    while (left &&
           !atomic_compare_exchange_weak(&calls_left[call], &left, left - 1))
        continue;
    return left == 1;
}

/* An init or a destroy that went well changes what is alive. */
static int
made(const void *object, int error)
{
    atomic_fetch_add(&n_alive, !error);
    atomic_fetch_add(&sum_alive, error ? 0 : (uintptr_t)object);
    return error;
}

static int
destroyed(const void *object, int error)
{
    atomic_fetch_sub(&n_alive, !error);
    atomic_fetch_sub(&sum_alive, error ? 0 : (uintptr_t)object);
    return error;
}

WRAP(void *, malloc, size_t size)
{
    return fail_now(FAIL_MALLOC) ? NULL : __real_malloc(size);
}

WRAP(void *, aligned_alloc, size_t alignment, size_t size)
{
    return fail_now(FAIL_ALIGNED_ALLOC) ? NULL
                                        : __real_aligned_alloc(alignment, size);
}

WRAP(void *, calloc, size_t n, size_t size)
{
    return fail_now(FAIL_CALLOC) ? NULL : __real_calloc(n, size);
}

WRAP(int, deque_push, struct deque *d, void *item)
{
    return fail_now(FAIL_PUSH) ? ENOMEM : __real_deque_push(d, item);
}

WRAP(int, pthread_create, pthread_t *thread, const pthread_attr_t *attributes,
     void *(*body)(void *), void *argument)
{
    if (fail_now(FAIL_CREATE))
        return EAGAIN;
    return __real_pthread_create(thread, attributes, body, argument);
}

WRAP(int, pthread_mutex_init, pthread_mutex_t *mutex,
     const pthread_mutexattr_t *attributes)
{
    if (fail_now(FAIL_MUTEX_INIT))
        return EAGAIN;
    return made(mutex, __real_pthread_mutex_init(mutex, attributes));
}

WRAP(int, pthread_mutex_destroy, pthread_mutex_t *mutex)
{
    return destroyed(mutex, __real_pthread_mutex_destroy(mutex));
}

WRAP(int, pthread_cond_init, pthread_cond_t *condition,
     const pthread_condattr_t *attributes)
{
    if (fail_now(FAIL_COND_INIT))
        return EAGAIN;
    return made(condition, __real_pthread_cond_init(condition, attributes));
}

WRAP(int, pthread_cond_destroy, pthread_cond_t *condition)
{
    return destroyed(condition, __real_pthread_cond_destroy(condition));
}

WRAP(int, pthread_condattr_init, pthread_condattr_t *attributes)
{
    if (fail_now(FAIL_CONDATTR_INIT))
        return EAGAIN;
    return made(attributes, __real_pthread_condattr_init(attributes));
}

WRAP(int, pthread_condattr_destroy, pthread_condattr_t *attributes)
{
    return destroyed(attributes, __real_pthread_condattr_destroy(attributes));
}

WRAP(int, pthread_condattr_setclock, pthread_condattr_t *attributes,
     clockid_t clock)
{
    if (fail_now(FAIL_SETCLOCK))
        return EAGAIN;
    return __real_pthread_condattr_setclock(attributes, clock);
}
