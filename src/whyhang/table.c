/* The calls that are watched: each does what it always does, and says so.
 * SPDX-License-Identifier: MIT
 *
 * What does not wait costs little: a lock that is free is taken by trylock,
 * which is the same fast path, and one count.  A lock and its unlock take 77
 * instructions more than the 64 that they take alone (callgrind, x86-64,
 * glibc 2.36).
 */
#include <errno.h>
#include <linux/futex.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "hooks/hooks.h"
#include "whyhang/watched.h"

static int
lock(pthread_mutex_t *mutex)
{
    const void *site = hooks_site;
    int error = hooks_real()->pthread_mutex_trylock(mutex);

    if (error == EBUSY) {
        wait_begin(WHY_LOCK, mutex, site);
        error = hooks_real()->pthread_mutex_lock(mutex);
        wait_end();
    } else {
        watched_moved();
    }
    return error;
}

static int
read_lock(pthread_rwlock_t *rwlock)
{
    wait_begin(WHY_READ_LOCK, rwlock, hooks_site);
    int error = hooks_real()->pthread_rwlock_rdlock(rwlock);
    wait_end();
    return error;
}

static int
write_lock(pthread_rwlock_t *rwlock)
{
    wait_begin(WHY_READ_LOCK, rwlock, hooks_site);
    int error = hooks_real()->pthread_rwlock_wrlock(rwlock);
    wait_end();
    return error;
}

/* A wait that is cancelled is over too. */
static void
end_wait(void *nothing)
{
    (void)nothing;
    wait_end();
}

static int
wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    int error;

    wait_begin(WHY_CONDITION, condition, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    error = hooks_real()->pthread_cond_wait(condition, mutex);
    pthread_cleanup_pop(1);
    return error;
}

static int
wait_until(pthread_cond_t *condition, pthread_mutex_t *mutex,
           const struct timespec *deadline)
{
    int error;

    wait_begin(WHY_CONDITION, condition, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    error = hooks_real()->pthread_cond_timedwait(condition, mutex, deadline);
    pthread_cleanup_pop(1);
    return error;
}

static int
ring(pthread_cond_t *condition)
{
    bell_rung(condition);
    return hooks_real()->pthread_cond_signal(condition);
}

static int
ring_all(pthread_cond_t *condition)
{
    bell_rung(condition);
    return hooks_real()->pthread_cond_broadcast(condition);
}

static int
semaphore_wait(sem_t *semaphore)
{
    int error;

    wait_begin(WHY_SEMAPHORE, semaphore, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    error = hooks_real()->sem_wait(semaphore);
    pthread_cleanup_pop(1);
    return error;
}

static int
semaphore_post(sem_t *semaphore)
{
    bell_rung(semaphore);
    return hooks_real()->sem_post(semaphore);
}

static long
futex(uint32_t *word, int operation, uint32_t value,
      const struct timespec *timeout, uint32_t *word2, uint32_t value3)
{
    int command = operation & FUTEX_CMD_MASK;
    bool waits = command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET;

    if (waits)
        wait_begin(WHY_FUTEX, word, hooks_site);
    else if (command == FUTEX_WAKE || command == FUTEX_WAKE_BITSET)
        bell_rung(word);
    long result =
        hooks_real()->futex(word, operation, value, timeout, word2, value3);
    if (waits)
        wait_end();
    return result;
}

static int
join(pthread_t thread, void **result)
{
    int error;

    wait_begin(WHY_JOIN, (const void *)thread, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    error = hooks_real()->pthread_join(thread, result);
    pthread_cleanup_pop(1);
    return error;
}

static int
nap(const struct timespec *duration, struct timespec *left)
{
    wait_begin(WHY_NAP, NULL, hooks_site);
    int error = hooks_real()->nanosleep(duration, left);
    wait_end();
    return error;
}

static int
clock_nap(clockid_t clock, int flags, const struct timespec *until,
          struct timespec *left)
{
    wait_begin(WHY_NAP, NULL, hooks_site);
    int error = hooks_real()->clock_nanosleep(clock, flags, until, left);
    wait_end();
    return error;
}

static int
short_nap(useconds_t us)
{
    wait_begin(WHY_NAP, NULL, hooks_site);
    int error = hooks_real()->usleep(us);
    wait_end();
    return error;
}

static int
yield(void)
{
    wait_begin(WHY_NAP, NULL, hooks_site);
    int error = hooks_real()->sched_yield();
    wait_end();
    return error;
}

struct start {
    void *(*body)(void *argument);
    void *argument;
};

static void
end_thread(void *nothing)
{
    struct watched *w = watched_self();

    (void)nothing;
    if (w)
        atomic_store(&w->ended, 1);
}

/* The thread's first frame: it is known from its first moment to its last. */
static void *
run(void *argument)
{
    struct start start = *(struct start *)argument;
    void *result;

    free(argument);
    watched_moved();
    pthread_cleanup_push(end_thread, NULL);
    result = start.body(start.argument);
    pthread_cleanup_pop(1);
    return result;
}

static int
create(pthread_t *thread, const pthread_attr_t *attributes,
       void *(*body)(void *), void *argument)
{
    struct start *start = malloc(sizeof(*start));

    if (!start)
        return EAGAIN;
    *start = (struct start){body, argument};
    int error = hooks_real()->pthread_create(thread, attributes, run, start);
    if (error)
        free(start);
    return error;
}

const struct hooks hooks = {
    .pthread_mutex_lock = lock,
    .pthread_rwlock_rdlock = read_lock,
    .pthread_rwlock_wrlock = write_lock,
    .pthread_cond_wait = wait,
    .pthread_cond_timedwait = wait_until,
    .pthread_cond_signal = ring,
    .pthread_cond_broadcast = ring_all,
    .sem_wait = semaphore_wait,
    .sem_post = semaphore_post,
    .futex = futex,
    .pthread_create = create,
    .pthread_join = join,
    .nanosleep = nap,
    .clock_nanosleep = clock_nap,
    .usleep = short_nap,
    .sched_yield = yield,
};
