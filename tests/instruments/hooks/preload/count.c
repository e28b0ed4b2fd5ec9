/* To be preloaded: counts a program's calls, and prints them at its end.
 * SPDX-License-Identifier: MIT
 */
#include <stdatomic.h>
#include <stdio.h>

#include "hooks/hooks.h"

static atomic_int n_locks, n_unlocks, n_waits, n_creates, n_joins, n_foreign;

static int
lock(pthread_mutex_t *mutex)
{
    atomic_fetch_add(&n_foreign, hooks_site == NULL);
    atomic_fetch_add(&n_locks, 1);
    return hooks_real()->pthread_mutex_lock(mutex);
}

static int
unlock(pthread_mutex_t *mutex)
{
    atomic_fetch_add(&n_unlocks, 1);
    return hooks_real()->pthread_mutex_unlock(mutex);
}

static int
wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    atomic_fetch_add(&n_waits, 1);
    return hooks_real()->pthread_cond_wait(condition, mutex);
}

static int
create(pthread_t *thread, const pthread_attr_t *attributes,
       void *(*body)(void *), void *argument)
{
    atomic_fetch_add(&n_creates, 1);
    return hooks_real()->pthread_create(thread, attributes, body, argument);
}

static int
join(pthread_t thread, void **result)
{
    atomic_fetch_add(&n_joins, 1);
    return hooks_real()->pthread_join(thread, result);
}

const struct hooks hooks = {
    .pthread_mutex_lock = lock,
    .pthread_mutex_unlock = unlock,
    .pthread_cond_wait = wait,
    .pthread_create = create,
    .pthread_join = join,
};

__attribute__((destructor)) static void
tell(void)
{
    fprintf(stderr,
            "locks %d, unlocks %d, waits %d, created %d, joined %d, "
            "from nowhere %d\n",
            n_locks, n_unlocks, n_waits, n_creates, n_joins, n_foreign);
}
