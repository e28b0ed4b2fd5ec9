/* A doorbell: an eventcount on a futex.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ring/doorbell.h"

/* Asynchronous, so that a cancellation ends the system call; before and after
 * it there is nothing that a cancellation could leave half done.  EINVAL is for
 * a deadline before the clock began.
 */
static int
sleep_while(atomic_uint *word, unsigned value, const struct timespec *deadline)
{
    int type;

    /* NOLINTNEXTLINE(cert-pos47-c): it is, around this one system call */
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &type);
    long failed = syscall(SYS_futex, word, FUTEX_WAIT_BITSET_PRIVATE, value,
                          deadline, NULL, FUTEX_BITSET_MATCH_ANY);
    int error = failed ? errno : 0;
    pthread_setcanceltype(type, NULL);
    return error == ETIMEDOUT || error == EINVAL ? ETIMEDOUT : 0;
}

static void
wake(struct doorbell *bell, int n)
{
    atomic_fetch_add_explicit(&bell->wakes, 1, memory_order_relaxed);
    look_note_end(&bell->look);
    atomic_fetch_add(&bell->sequence, 1);
    syscall(SYS_futex, &bell->sequence, FUTEX_WAKE_PRIVATE, n, NULL, NULL, 0);
}

void
doorbell_wake(struct doorbell *bell)
{
    unsigned waiters = atomic_load(&bell->waiters);

    do
        if (waiters < DOORBELL_WAITER || waiters & DOORBELL_WAKING)
            return;
    while (!atomic_compare_exchange_weak(&bell->waiters, &waiters,
                                         waiters | DOORBELL_WAKING));
    wake(bell, 1);
}

void
doorbell_ring_all(struct doorbell *bell)
{
    if (doorbell_has_waiters(bell))
        wake(bell, INT_MAX);
}

static void
leave(struct doorbell *bell)
{
    unsigned waiters = atomic_load(&bell->waiters);

    while (!atomic_compare_exchange_weak(&bell->waiters, &waiters,
                                         (waiters - DOORBELL_WAITER) &
                                             ~(unsigned)DOORBELL_WAKING))
        continue;
}

struct sleeper {
    struct doorbell *bell;
    const struct condition *condition;
    int error; /* of its sleep */
};

/* A thread that is cancelled may have been the one that was woken.  To mark
 * again is a change, as in end_is_awaited_by_others.
 */
static void
leave_to_the_next(void *argument)
{
    struct sleeper *s = argument;

    leave(s->bell);
    if (s->condition->await)
        s->condition->await(s->condition->of);
    if (s->condition->amount(s->condition->of))
        doorbell_ring(s->bell);
}

static int
park(struct doorbell *bell, const struct condition *condition,
     const struct timespec *deadline)
{
    struct sleeper s = {bell, condition, 0};
    unsigned noted = atomic_load(&bell->sequence);

    atomic_fetch_add(&bell->waiters, DOORBELL_WAITER);
    pthread_cleanup_push(leave_to_the_next, &s);
    if (condition->await)
        condition->await(condition->of);
    if (!condition->amount(condition->of)) {
        atomic_fetch_add_explicit(&bell->parks, 1, memory_order_relaxed);
        s.error = sleep_while(&bell->sequence, noted, deadline);
    }
    pthread_cleanup_pop(0);
    leave(bell);
    return s.error;
}

int
doorbell_wait(struct doorbell *bell, const struct condition *condition,
              int peer_cpu, const struct timespec *deadline)
{
    int64_t start_ns = clock_now_ns();

    pthread_testcancel(); /* a look is none */
    if (look_for_a_while(&bell->look, condition, peer_cpu, start_ns, deadline))
        return 0;
    int error = park(bell, condition, deadline);
    look_learn_from_sleep(&bell->look, start_ns);
    return error;
}
