/* Eight threads that wait, again and again, for what never comes.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

#include "clock.h"
#include "must.h"
#include "random.h"
#include "waits.h"

static atomic_size_t n_signals, n_finished;

/* A thread waits in an empty queue to get, in a full one to put or to join. */
struct waiter {
    const struct contender *c;
    void *empty, *full; /* full is NULL where there is no bound */
    uint64_t n, random;
    struct waits seen;
    pthread_t thread;
};

/* From 1 us to 200 ms, as many from 1 to 2 us as from 100 to 200 ms. */
static int64_t
draw_ns(uint64_t *random)
{
    return (int64_t)(1e3 * exp(random_unit(random) * log(2e5)));
}

static int
wait_once(struct waiter *w, const struct timespec *deadline)
{
    uintptr_t item;
    uint64_t what = w->full ? random_below(&w->random, 3) : 0;

    if (what == 1)
        return w->c->put(w->full, 1, deadline);
    if (what == 2 && w->c->join)
        return w->c->join(w->full, deadline);
    return w->c->get(w->empty, &item, deadline);
}

static void *
wait_often(void *waiter)
{
    struct waiter *w = waiter;

    for (uint64_t i = 0; i < w->n; i++) {
        int64_t until_ns = clock_now_ns() + draw_ns(&w->random);
        struct timespec deadline = clock_timespec(until_ns);
        int error = wait_once(w, &deadline);
        int64_t early_ns = until_ns - clock_now_ns();
        w->seen.n_wrong += error != ETIMEDOUT;
        w->seen.n_early += early_ns > 0;
        w->seen.n_passed += error == ETIMEDOUT && early_ns <= 0;
        if (early_ns > w->seen.earliest_ns)
            w->seen.earliest_ns = early_ns;
    }
    atomic_fetch_add(&n_finished, 1);
    return NULL;
}

static void
count(int number)
{
    (void)number;
    atomic_fetch_add(&n_signals, 1);
}

/* Each thread, each millisecond, until all are through; they are joined only
 * after that.
 */
static void
storm_on(struct waiter *waiters)
{
    struct sigaction action = {.sa_handler = count};
    int64_t at_ns = clock_now_ns();

    must(sigaction(SIGUSR1, &action, NULL) ? errno : 0);
    while (atomic_load(&n_finished) < WAITS_THREADS) {
        clock_sleep_until(at_ns += NS_PER_MS);
        for (size_t i = 0; i < WAITS_THREADS; i++)
            pthread_kill(waiters[i].thread, SIGUSR1);
    }
}

static void
make_queues(struct waiter *w)
{
    bool bounded = w->c->traits & CONTENDER_BOUNDED;

    must(w->c->create(w->c, bounded, &w->empty));
    if (!bounded)
        return;
    must(w->c->create(w->c, 1, &w->full));
    must(w->c->put(w->full, 1, NULL));
}

static void
add(struct waits *sum, const struct waits *w)
{
    sum->n_passed += w->n_passed;
    sum->n_early += w->n_early;
    sum->n_wrong += w->n_wrong;
    if (w->earliest_ns > sum->earliest_ns)
        sum->earliest_ns = w->earliest_ns;
}

struct waits
waits_make(const struct contender *c, uint64_t n, bool storm)
{
    struct waiter like = {.c = c,
                          .n = (n + WAITS_THREADS - 1) / WAITS_THREADS,
                          .random = (uint64_t)clock_now_ns()};
    struct waiter waiters[WAITS_THREADS];
    struct waits sum = {0};

    make_queues(&like);
    atomic_store(&n_signals, 0);
    atomic_store(&n_finished, 0);
    for (size_t i = 0; i < WAITS_THREADS; i++) {
        waiters[i] = like;
        waiters[i].random += i;
        must(pthread_create(&waiters[i].thread, NULL, wait_often, &waiters[i]));
    }
    if (storm)
        storm_on(waiters);
    for (size_t i = 0; i < WAITS_THREADS; i++) {
        must(pthread_join(waiters[i].thread, NULL));
        add(&sum, &waiters[i].seen);
    }
    sum.n_signals = atomic_load(&n_signals);
    must(c->destroy(like.empty));
    if (like.full)
        must(c->destroy(like.full));
    return sum;
}
