/* One listener for all workers: each item once, and nobody looks for nothing.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "engines.h"
#include "far/handout/handout.h"
#include "must.h"

enum { N_WORKERS = 10, N_ITEMS = 50 };

struct crew {
    struct handout *h;
    pthread_t threads[N_WORKERS];
    atomic_uint n_got[N_ITEMS + 1], n_done;
    atomic_int ending; /* what ended the last worker */
};

static void *
work(void *argument)
{
    struct crew *c = argument;
    struct far_item item;
    int error;

    while ((error = handout_get(c->h, &item)) == 0) {
        atomic_fetch_add(&c->n_got[atoi(item.key)], 1);
        must(handout_done(c->h, &item));
        atomic_fetch_add(&c->n_done, 1);
    }
    atomic_store(&c->ending, error);
    return NULL;
}

static void
start_crew(struct crew *c, const struct far_options *o)
{
    *c = (struct crew){.h = NULL};
    int error = handout_open(&c->h, o);
    check(!error, "handout_open: %s", strerror(error));
    for (size_t i = 0; i < N_WORKERS; i++)
        must(pthread_create(&c->threads[i], NULL, work, c));
}

static void
end_crew(struct crew *c)
{
    handout_stop(c->h);
    for (size_t i = 0; i < N_WORKERS; i++)
        must(pthread_join(c->threads[i], NULL));
    handout_close(c->h);
}

/* Over an engine where only the connection that got an item may answer. */
static bool
is_refused(const struct server *s, const struct far_options *o)
{
    struct handout *h;

    if (!(far_lacks(s->url) & FAR_NO_LEASE))
        return false;
    check(handout_open(&h, o) == ENOTSUP, "a listener is opened");
    return true;
}

static void
each_once(struct server *s, struct far_options *o)
{
    struct crew c;

    if (is_refused(s, o))
        return;
    struct far *q = opened(o);
    start_crew(&c, o);
    for (int i = 1; i <= N_ITEMS; i++) {
        put_number(q, i);
        while (atomic_load(&c.n_done) < (unsigned)i)
            clock_nap(NS_PER_MS / 10);
    }
    struct far_looks n = handout_looks(c.h);
    check(o->wait == FAR_NAP || n.looks <= 2 * N_ITEMS + 2,
          "%d looks for %d items", (int)n.looks, N_ITEMS);
    end_crew(&c);
    for (int i = 1; i <= N_ITEMS; i++)
        check(c.n_got[i] == 1, "item %d came %u times", i, c.n_got[i]);
    check_length(q, 0, 0, 0);
    far_close(q);
}

TEST(far, a_listener_hands_each_item_to_one_worker)
{
    on_each_engine(each_once);
}

static void
stop(struct server *s, struct far_options *o)
{
    struct crew c;

    if (is_refused(s, o))
        return;
    o->nap_ns = 3600 * NS_PER_S;
    start_crew(&c, o);
    end_crew(&c);
    check(c.ending == ECANCELED, "a worker ended with %s", strerror(c.ending));
}

TEST(far, a_stop_ends_all_workers_of_a_listener)
{
    on_each_engine(stop);
}

static void *
fail_until_dead(void *argument)
{
    struct crew *c = argument;
    struct far_item item;

    while (handout_get(c->h, &item) == 0)
        must(handout_fail(c->h, &item));
    return NULL;
}

static void
fails(struct server *s, struct far_options *o)
{
    struct crew c = {.h = NULL};
    struct far_length n = {0};

    if (is_refused(s, o))
        return;
    struct far *q = opened(o);
    must(handout_open(&c.h, o));
    must(pthread_create(&c.threads[0], NULL, fail_until_dead, &c));
    put_number(q, 1);
    while (n.dead == 0 || n.ready + n.in_flight > 0)
        must(far_length(q, &n));
    check(n.dead == 1, "%zu dead letters of one item", n.dead);
    handout_stop(c.h);
    must(pthread_join(c.threads[0], NULL));
    handout_close(c.h);
    far_close(q);
}

TEST(far, an_item_that_fails_behind_a_listener_becomes_a_dead_letter)
{
    on_each_engine(fails);
}
