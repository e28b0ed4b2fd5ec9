/* A history: what real threads called, and what each call returned.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "clock.h"
#include "must.h"
#include "random.h"
#include "record.h"
#include "recorder.h"

/* A bounded queue leaves at most its capacity to be drained, an unbounded one
 * all that was put; with the close all must fit into a history.
 */
enum { LEAST = 20, MOST_UNBOUNDED = 36, MOST_PUTS = 24, MAIN = 0 };

static const struct timespec never = {0, 0};

struct record_plan
record_draw(const struct contender *c, uint64_t seed)
{
    static const size_t capacities[] = {1, 2, 3, 0};
    bool unbounded = c->traits & CONTENDER_UNBOUNDED;
    bool bounded = c->traits & CONTENDER_BOUNDED;
    struct record_plan p = {.seed = seed};

    size_t which = random_below(&p.seed, bounded ? 3 + unbounded : 1);
    p.capacity = bounded ? capacities[which] : 0;
    p.n_threads = 2 + random_below(&p.seed, RECORD_THREADS - 1);
    p.n_calls =
        LEAST +
        random_below(&p.seed,
                     (p.capacity ? RECORDER_MOST : MOST_UNBOUNDED) - LEAST + 1);
    p.close_after = random_below(&p.seed, 2 * p.n_calls);
    p.drop = random_below(&p.seed, 3) == 0;
    return p;
}

static void *
call_at_random(void *argument)
{
    struct recorder *r = argument;

    for (size_t i = 0; i < r->n_calls; i++) {
        struct timespec soon = clock_timespec(
            clock_now_ns() + (int64_t)random_below(&r->random, 50000));
        const struct timespec *deadlines[] = {NULL, &soon, &never};
        uint64_t what = random_below(&r->random, 9);
        if (what == 8)
            recorder_size(r);
        else if (what % 2 && r->n_puts_left)
            recorder_put(r, deadlines[random_below(&r->random, 3)]);
        else
            recorder_get(r, deadlines[random_below(&r->random, 3)]);
    }
    return NULL;
}

/* Until it is time to close: all is done, enough is, or nobody gets on. */
static void
let_run(const struct record_plan *plan, atomic_size_t *n_returned)
{
    size_t before = SIZE_MAX, n;

    for (int n_idle = 0; n_idle < 20; n_idle++) {
        n = atomic_load(n_returned);
        if (n >= plan->close_after || n == plan->n_calls)
            return;
        n_idle = n == before ? n_idle : 0;
        before = n;
        clock_nap(20 * NS_PER_US);
    }
}

static int
by_end(const void *a, const void *b)
{
    const struct call *x = a, *y = b;

    if (x->ended != y->ended)
        return x->ended < y->ended ? -1 : 1;
    return (x->kind == CALL_CLOSE) - (y->kind == CALL_CLOSE);
}

static void
gather(struct history *h, struct recorder *recorders, size_t n)
{
    h->n = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < recorders[i].n && h->n < CALLS_MAX; k++)
            h->calls[h->n++] = recorders[i].calls[k];
    qsort(h->calls, h->n, sizeof(h->calls[0]), by_end);
}

static void
share_out(struct recorder *r, const struct record_plan *plan)
{
    size_t n = plan->n_threads;
    uint64_t random = plan->seed;

    for (unsigned i = 1; i <= n; i++) {
        r[i] = r[MAIN];
        r[i].task = i;
        r[i].n_calls = plan->n_calls / n + (i <= plan->n_calls % n);
        r[i].n_puts_left = plan->capacity ? CALLS_MAX : MOST_PUTS / n;
        r[i].random = random_next(&random);
    }
}

void
record(const struct contender *c, const struct record_plan *plan,
       struct history *h)
{
    struct recorder r[1 + RECORD_THREADS];
    atomic_uint stamp = 0;
    atomic_size_t n_returned = 0;

    r[MAIN] =
        (struct recorder){.c = c, .stamp = &stamp, .n_returned = &n_returned};
    must(c->create(c, plan->capacity, &r[MAIN].queue));
    share_out(r, plan);
    for (size_t i = 1; i <= plan->n_threads; i++)
        must(pthread_create(&r[i].thread, NULL, call_at_random, &r[i]));
    let_run(plan, &n_returned);
    recorder_close(&r[MAIN], plan->drop);
    for (size_t i = 1; i <= plan->n_threads; i++)
        must(pthread_join(r[i].thread, NULL));
    while (r[MAIN].n < RECORDER_MOST && !recorder_get(&r[MAIN], &never))
        continue;
    *h = (struct history){.capacity = plan->capacity, .drops = plan->drop};
    gather(h, r, 1 + plan->n_threads);
    must(c->destroy(r[MAIN].queue));
}
