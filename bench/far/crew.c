/* Workers of a far queue, each with a connection, or all behind one listener.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "bench/far/far.h"
#include "clock.h"
#include "die.h"
#include "far/handout/handout.h"
#include "must.h"
#include "random.h"
#include "thread.h"

#define SETTLE_NS (50 * NS_PER_MS)

struct worker {
    struct far_crew *crew;
    struct far *q; /* NULL behind a listener */
    pthread_t thread;
    uint64_t random; /* for the first nap */
};

struct far_crew {
    struct far_load *load;
    struct handout *handout; /* or NULL */
    int64_t *begun_ns;       /* by item: when its put began */
    atomic_uint n_open;      /* workers that have a connection */
    pthread_mutex_t lock;
    pthread_cond_t all_done;
    struct worker each[];
};

static int
get(struct worker *w, struct far_item *item)
{
    int64_t limit_ns = w->crew->load->limit_ns;
    int error = ETIMEDOUT;

    if (!w->q)
        return handout_get(w->crew->handout, item);
    while (error == ETIMEDOUT) {
        struct timespec until = clock_timespec(clock_now_ns() + limit_ns);
        error = far_get(w->q, item, limit_ns ? &until : NULL);
    }
    return error;
}

/* The producer wrote begun_ns before the put, and the item came from the server:
 * another process, of which the language knows nothing, so the loads are atomic.
 */
static void
note(struct worker *w, const struct far_item *item, int64_t got_ns)
{
    struct far_load *load = w->crew->load;
    size_t i = strtoul(item->key, NULL, 10);

    if (i >= load->n_items ||
        __atomic_load_n(&load->delay_ns[i], __ATOMIC_ACQUIRE)) {
        atomic_fetch_add(&load->n_wrong, 1);
        return;
    }
    int64_t begun_ns = __atomic_load_n(&w->crew->begun_ns[i], __ATOMIC_ACQUIRE);
    load->notice_ns[i] = got_ns - begun_ns;
    __atomic_store_n(&load->delay_ns[i],
                     clock_now_ns() - begun_ns + load->late_ns[i],
                     __ATOMIC_RELEASE);
}

static void
finish(struct worker *w, const struct far_item *item, int64_t got_ns)
{
    struct far_crew *c = w->crew;
    int error = w->q ? far_done(w->q, item) : handout_done(c->handout, item);

    if (error)
        die("done: %s", strerror(error));
    note(w, item, got_ns);
    must(pthread_mutex_lock(&c->lock));
    if (atomic_fetch_add(&c->load->n_done, 1) + 1 == c->load->n_items)
        must(pthread_cond_signal(&c->all_done));
    must(pthread_mutex_unlock(&c->lock));
}

/* Workers that nap begin at random moments of a nap: in step they would share the
 * cost of waking up, and hide it from a short run.
 */
static void *
work(void *argument)
{
    struct worker *w = argument;
    const struct far_options *o = &w->crew->load->options;
    struct far_item item;
    int error;

    if (!w->crew->handout)
        w->q = far_must_open(o);
    atomic_fetch_add(&w->crew->n_open, 1);
    if (w->q && o->wait == FAR_NAP)
        clock_nap((int64_t)(random_unit(&w->random) * (double)o->nap_ns));
    while ((error = get(w, &item)) == 0)
        finish(w, &item, clock_now_ns());
    if (error != ECANCELED)
        die("get: %s", strerror(error));
    return NULL;
}

/* A worker that is woken waits once its first look has found nothing, and what it
 * sends then, to wait, has been sent: until nothing was sent for a moment.
 */
static void
let_wait(const struct far_crew *c)
{
    bool naps = c->load->options.wait == FAR_NAP;
    size_t n = c->handout ? 1 : c->load->n_workers;

    while (c->n_open < c->load->n_workers)
        clock_nap(NS_PER_MS);
    while (!naps && crew_looks(c).empty < n)
        clock_nap(NS_PER_MS);
    bool rests = false;
    while (!rests) {
        uint64_t before = crew_looks(c).asked;
        clock_nap(SETTLE_NS);
        rests = naps || c->load->limit_ns || crew_looks(c).asked == before;
    }
}

struct far_crew *
crew_start(struct far_load *load, int64_t *begun_ns)
{
    size_t n = load->n_workers;
    struct far_crew *c = calloc(1, sizeof(*c) + n * sizeof(*c->each));

    if (!c)
        die("%zu workers: %s", n, strerror(ENOMEM));
    c->load = load;
    c->begun_ns = begun_ns;
    must(pthread_mutex_init(&c->lock, NULL));
    must(pthread_cond_init(&c->all_done, NULL));
    int error = load->hands_out ? handout_open(&c->handout, &load->options) : 0;
    if (error)
        die("cannot open the queue: %s", strerror(error));
    for (size_t i = 0; i < n; i++) {
        struct worker *w = &c->each[i];
        *w = (struct worker){.crew = c, .random = load->seed + i};
        must(thread_start(&w->thread, "worker", i, work, w));
    }
    let_wait(c);
    return c;
}

struct far_looks
crew_looks(const struct far_crew *c)
{
    struct far_looks sum = {0};

    if (c->handout)
        return handout_looks(c->handout);
    for (size_t i = 0; i < c->load->n_workers; i++) {
        struct far_looks one = far_looks(c->each[i].q);
        sum.looks += one.looks;
        sum.empty += one.empty;
        sum.asked += one.asked;
        sum.trips += one.trips;
    }
    return sum;
}

void
crew_wait(struct far_crew *c)
{
    must(pthread_mutex_lock(&c->lock));
    while (atomic_load(&c->load->n_done) < c->load->n_items)
        must(pthread_cond_wait(&c->all_done, &c->lock));
    must(pthread_mutex_unlock(&c->lock));
}

void
crew_end(struct far_crew *c)
{
    size_t n = c->load->n_workers;

    if (c->handout)
        handout_stop(c->handout);
    for (size_t i = 0; i < n && !c->handout; i++)
        far_stop(c->each[i].q);
    for (size_t i = 0; i < n; i++)
        must(pthread_join(c->each[i].thread, NULL));
    for (size_t i = 0; i < n && !c->handout; i++)
        far_close(c->each[i].q);
    if (c->handout)
        handout_close(c->handout);
    must(pthread_cond_destroy(&c->all_done));
    must(pthread_mutex_destroy(&c->lock));
    free(c);
}
