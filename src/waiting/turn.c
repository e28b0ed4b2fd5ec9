/* A turn: what a thread waits for, whichever way it waits.
 * SPDX-License-Identifier: MIT
 */
#include "clock.h"
#include "must.h"
#include "turn.h"

int
turn_init(struct turn *t, const struct way *way)
{
    *t = (struct turn){.way = way, .eventfd = -1, .cpu = -1};
    return way->init ? way->init(t) : 0;
}

void
turn_destroy(struct turn *t)
{
    if (t->way->destroy)
        t->way->destroy(t);
}

int
turn_wait(struct turn *t, pthread_mutex_t *lock,
          const struct timespec *deadline)
{
    t->n_waiting++;
    int error = t->way->wait(t, lock, deadline);
    t->n_waiting--;
    if (t->n_woken)
        t->n_woken--;
    return error;
}

unsigned
turn_advance(struct turn *t, unsigned n)
{
    unsigned n_asleep = t->n_waiting - t->n_woken;

    atomic_fetch_add(&t->count, 1);
    n = n < n_asleep ? n : n_asleep;
    t->n_woken += n;
    return n;
}

void
turn_wake(struct turn *t, unsigned n)
{
    if (n == 0)
        return;
    turn_count(&t->wakes, 1);
    if (t->way->wake)
        t->way->wake(t, n);
}

int
turn_wait_outside(struct turn *t, pthread_mutex_t *lock,
                  const struct timespec *deadline,
                  int (*wait_while)(struct turn *t, unsigned turn,
                                    const struct timespec *deadline))
{
    unsigned turn = atomic_load_explicit(&t->count, memory_order_relaxed);

    must(pthread_mutex_unlock(lock));
    int error = wait_while(t, turn, deadline);
    must(pthread_mutex_lock(lock));
    return error;
}

int
deadline_passed(const struct timespec *deadline)
{
    return deadline && clock_now_ns() >= clock_ns(*deadline);
}

int64_t
deadline_limit_ns(const struct timespec *deadline, int64_t ns)
{
    if (!deadline)
        return ns;
    int64_t left_ns = clock_ns(*deadline) - clock_now_ns();
    return left_ns < ns ? left_ns : ns;
}
