/* A thread that makes one call, which may have to wait.
 * SPDX-License-Identifier: MIT
 */
#include <sched.h>

#include "bench/contenders/cases/caller.h"
#include "bench/contenders/cases/case.h"
#include "clock.h"
#include "must.h"

static int
make(struct caller *c)
{
    const struct contender *is = c->q->is;

    switch (c->call) {
    case CALLS_GET:
        return is->get(c->q->queue, &c->item, c->deadline);
    case CALLS_PUT:
        return is->put(c->q->queue, c->item, c->deadline);
    case CALLS_JOIN:
        return is->join(c->q->queue, c->deadline);
    }
    return -1;
}

static void *
run(void *argument)
{
    struct caller *c = argument;

    c->error = make(c);
    atomic_store(&c->back, true);
    return NULL;
}

/* Checks that found nothing, and sleeps, so far.  */
static uint64_t
n_waits(struct subject *q)
{
    struct contender_counts counts = q->is->counts(q->queue);

    return counts.polls + counts.parks;
}

void
caller_start(struct caller *c, struct subject *q)
{
    uint64_t before = n_waits(q);
    bool polls = q->is->traits & CONTENDER_POLLS; /* may count late */
    int64_t until_ns = clock_now_ns() + (polls ? 2 : 100) * NS_PER_MS;

    c->q = q;
    must(pthread_create(&c->thread, NULL, run, c));
    while (n_waits(q) == before && !atomic_load(&c->back) &&
           clock_now_ns() < until_ns)
        sched_yield();
}

void
callers_start(struct caller *c, size_t n, struct subject *q)
{
    const struct caller first = {.call = c->call,
                                 .item = c->item,
                                 .deadline = c->deadline};

    for (size_t i = 0; i < n; i++) {
        c[i] = first;
        c[i].item += i;
        caller_start(&c[i], q);
    }
}

void
still_waits(struct caller *c)
{
    expect(!atomic_load(&c->back), "the call does not wait, it gives %s",
           error_word(c->error));
}

void
returns(struct caller *c, int error)
{
    must(pthread_join(c->thread, NULL));
    expect(c->error == error, "the call that waited gives %s, not %s",
           error_word(c->error), error_word(error));
}

void
all_return(struct caller *c, size_t n, int error)
{
    for (size_t i = 0; i < n; i++)
        returns(&c[i], error);
}

size_t
n_back(struct caller *c, size_t n_callers)
{
    size_t n = 0;

    for (size_t i = 0; i < n_callers; i++)
        n += atomic_load(&c[i].back);
    return n;
}

void
await_back(struct caller *c, size_t n_callers, size_t n)
{
    while (n_back(c, n_callers) < n)
        sched_yield();
    expect(n_back(c, n_callers) == n, "%zu calls return, not %zu",
           n_back(c, n_callers), n);
}
