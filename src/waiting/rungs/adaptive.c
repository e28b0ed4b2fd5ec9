/* Adaptive: learns from the last waits whether to spin at all.
 * SPDX-License-Identifier: MIT
 *
 * Keeps a running mean of how long its waits lasted.  While that is short it
 * spins for twice the mean, then parks; once waits are long it parks at once,
 * and spinning is tried again only when a wait turns out short.  A waiter whose
 * last wake-up came from its own core does not spin: the thread that it waits
 * for cannot run before it gives the core away.  Used by: glibc's
 * PTHREAD_MUTEX_ADAPTIVE_NP, HotSpot's monitors, KVM's halt polling, which
 * grows and shrinks its budget.
 */
#include <sched.h>
#include <stdbool.h>

#include "clock.h"
#include "waiting/ways.h"

#define LONGEST_SPIN_NS (50 * NS_PER_US)

/* A racy mean: a lost update is a lost lesson, not a fault. */
static void
learn(struct turn *t, int64_t lasted_ns)
{
    long long mean = atomic_load_explicit(&t->spin_ns, memory_order_relaxed);

    atomic_store_explicit(&t->spin_ns, mean + (lasted_ns - mean) / 8,
                          memory_order_relaxed);
}

static int64_t
budget_ns(struct turn *t)
{
    int64_t mean = atomic_load_explicit(&t->spin_ns, memory_order_relaxed);

    if (atomic_load_explicit(&t->cpu, memory_order_relaxed) == sched_getcpu())
        return 0;
    return mean < LONGEST_SPIN_NS / 2 ? mean * 2 + NS_PER_US : 0;
}

static int
wait_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    int64_t start_ns = clock_now_ns();
    int64_t spin_ns = deadline_limit_ns(deadline, budget_ns(t));
    unsigned long long looks = 0;

    for (bool spin = spin_ns > 0; spin && turn_is_still(t, turn); looks++) {
        cpu_pause();
        spin = clock_now_ns() < start_ns + spin_ns;
    }
    turn_count(&t->polls, looks);
    int error = futex_wait(t, turn, deadline);
    learn(t, clock_now_ns() - start_ns);
    return error;
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, wait_while);
}

/* Where the waker runs. */
static void
wake(struct turn *t, unsigned n)
{
    atomic_store_explicit(&t->cpu, sched_getcpu(), memory_order_relaxed);
    futex_wake(t, n);
}

const struct way way_adaptive = {
    .name = "adaptive",
    .polls = 1,
    .wait = wait,
    .wake = wake,
};
