/* The members of a crowd: threads that get, put and join until the moment.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>

#include "ledger.h"
#include "moment.h"
#include "must.h"

/* Where there is no bound a putter would never wait, and so ends by itself. */
enum { UNBOUNDED_PUTS = 40, JOINED = 0 };

struct member {
    const struct contender *c;
    const struct moment *m;
    void *queue;
    atomic_size_t *n_in;
    size_t index;
    size_t n;  /* putter: how many it put */
    int error; /* with which its last call ended */
    struct ledger ledger;
    pthread_t thread;
};

static void *
get_all(void *member)
{
    struct member *me = member;
    uintptr_t item;

    while (!(me->error = me->c->get(me->queue, &item, NULL))) {
        ledger_note(&me->ledger, item);
        if (me->c->task_done)
            must(me->c->task_done(me->queue));
    }
    return NULL;
}

static void *
put_on(void *member)
{
    struct member *me = member;

    while (me->m->capacity || me->n < UNBOUNDED_PUTS) {
        uintptr_t item = ledger_item(me->index, me->n + 1);
        if ((me->error = me->c->put(me->queue, item, NULL)))
            break;
        me->n++;
        atomic_fetch_add(me->n_in, 1);
    }
    return NULL;
}

static void *
join_it(void *member)
{
    struct member *me = member;

    me->error = me->c->join(me->queue, NULL);
    return NULL;
}

static void
await(const struct moment *m, atomic_size_t *n_in)
{
    for (size_t i = 0; i < m->looks && atomic_load(n_in) <= m->after; i++)
        sched_yield();
}

static void
note(void *ledger, uintptr_t item)
{
    ledger_note(ledger, item);
}

/* What nobody came for any more. */
static void
drain(const struct member *like, struct ledger *came)
{
    static const struct timespec never = {0, 0};
    struct ledger left = {0};
    uintptr_t item;

    while (!like->c->get(like->queue, &item, &never)) {
        ledger_note(&left, item);
        if (like->c->task_done)
            must(like->c->task_done(like->queue));
    }
    ledger_add(came, &left);
}

static void
judge(struct member *crowd, const struct moment *m, struct ledger *came,
      char *why)
{
    for (size_t i = 0; i < CROWD_SIZE; i++) {
        struct member *me = &crowd[i];
        bool joiner = i >= m->n_getters + m->n_putters;
        int right = joiner || (i >= m->n_getters && !m->capacity &&
                               me->n == UNBOUNDED_PUTS)
                        ? JOINED
                        : EPIPE;
        if (me->error != right)
            snprintf(why, MOMENT_WHY, "thread %zu ends with %d", i, me->error);
        ledger_add(came, &me->ledger);
    }
    for (size_t i = 0; i < CROWD_SIZE && !*why; i++)
        ledger_agrees(came, i, crowd[i].n, why, MOMENT_WHY);
}

static void
start(struct member *crowd, const struct moment *m, const struct member *like)
{
    for (size_t i = 0; i < CROWD_SIZE; i++) {
        void *(*body)(void *) = i < m->n_getters                  ? get_all
                                : i < m->n_getters + m->n_putters ? put_on
                                                                  : join_it;
        crowd[i] = *like;
        crowd[i].index = i;
        must(pthread_create(&crowd[i].thread, NULL, body, &crowd[i]));
    }
}

void
moment_live(const struct contender *c, const struct moment *m, char *why)
{
    struct member crowd[CROWD_SIZE];
    struct ledger came = {0};
    atomic_size_t n_in = 0;
    struct member like = {.c = c, .m = m, .n_in = &n_in};
    size_t n_callers = m->n_getters + m->n_putters;

    *why = '\0';
    must(c->create(c, m->capacity, &like.queue));
    start(crowd, m, &like);
    await(m, &n_in);
    c->close(like.queue, m->drop ? note : NULL, &came);
    for (size_t i = 0; i < n_callers; i++)
        must(pthread_join(crowd[i].thread, NULL));
    drain(&like, &came);
    for (size_t i = n_callers; i < CROWD_SIZE; i++)
        must(pthread_join(crowd[i].thread, NULL));
    judge(crowd, m, &came, why);
    must(c->destroy(like.queue));
}
