/* One shape of stress on one contender, for some time.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

#include "clock.h"
#include "ledger.h"
#include "must.h"
#include "press.h"

enum { LOOK_AT_CLOCK = 16, IMPATIENCE_NS = 20000 };

struct end {
    const struct contender *c;
    const struct shape *shape;
    void *queue;
    int64_t until_ns;
    size_t index;
    uint64_t n; /* producer: how many went in */
    int error;  /* with which it ended */
    struct ledger ledger;
    struct ledger *dropped; /* the closer's */
    pthread_t thread;
};

/* Again and again with a deadline that is soon over, or once without. */
static int
put(struct end *e, uintptr_t item)
{
    struct timespec deadline;
    int error;

    if (!e->shape->timed)
        return e->c->put(e->queue, item, NULL);
    do {
        deadline = clock_timespec(clock_now_ns() + IMPATIENCE_NS);
        error = e->c->put(e->queue, item, &deadline);
    } while (error == ETIMEDOUT);
    return error;
}

static int
get(struct end *e, uintptr_t *item)
{
    struct timespec deadline;
    int error;

    if (!e->shape->timed)
        return e->c->get(e->queue, item, NULL);
    do {
        deadline = clock_timespec(clock_now_ns() + IMPATIENCE_NS);
        error = e->c->get(e->queue, item, &deadline);
    } while (error == ETIMEDOUT);
    return error;
}

static void
note(void *ledger, uintptr_t item)
{
    ledger_note(ledger, item);
}

/* The first producer ends it for all, when its own time is over. */
static void
end_it(struct end *e)
{
    if (e->index == 0 && e->shape->end == END_AMID)
        e->c->close(e->queue, NULL, NULL);
    if (e->index == 0 && e->shape->end == END_DROP)
        e->c->close(e->queue, note, e->dropped);
}

static void *
produce(void *argument)
{
    struct end *e = argument;

    while (e->n % LOOK_AT_CLOCK || clock_now_ns() < e->until_ns) {
        e->error = put(e, ledger_item(e->index, e->n + 1));
        if (e->error)
            break;
        e->n++;
    }
    end_it(e);
    return NULL;
}

static void *
consume(void *argument)
{
    struct end *e = argument;
    uintptr_t item;

    while (!(e->error = get(e, &item))) {
        ledger_note(&e->ledger, item);
        if (e->c->task_done)
            must(e->c->task_done(e->queue));
    }
    return NULL;
}

static void
start(struct end *ends, size_t n, const struct end *like, void *(*body)(void *))
{
    for (size_t i = 0; i < n; i++) {
        ends[i] = *like;
        ends[i].index = i;
        if (i && like->shape->end != END_AFTER)
            ends[i].until_ns = INT64_MAX; /* the first one ends it */
        must(pthread_create(&ends[i].thread, NULL, body, &ends[i]));
    }
}

static void
join(struct end *ends, size_t n)
{
    for (size_t i = 0; i < n; i++)
        must(pthread_join(ends[i].thread, NULL));
}

/* Closes when all is in, and where it can be known done. */
static void
end_after(const struct contender *c, void *queue)
{
    if (c->join)
        must(c->join(queue, NULL));
    c->close(queue, NULL, NULL);
}

/* All ends are joined: what the getters took is what went in. */
static uint64_t
judge(const struct end *producers, size_t n, const struct ledger *came,
      char *why)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < n; i++) {
        const struct end *p = &producers[i];
        if (p->error && p->error != EPIPE)
            snprintf(why, PRESS_WHY, "a put gives %d", p->error);
        else if (p->error && p->shape->end == END_AFTER)
            snprintf(why, PRESS_WHY, "a put says closed before the close");
        else if (ledger_agrees(came, i, p->n, why, PRESS_WHY))
            sum += p->n;
    }
    return sum;
}

uint64_t
press(const struct contender *c, const struct shape *s, int64_t box_ns,
      char *why)
{
    struct end producers[LEDGER_PRODUCERS], consumers[LEDGER_PRODUCERS];
    struct ledger came = {0}, dropped = {0};
    struct end like = {.c = c, .shape = s, .dropped = &dropped};

    *why = '\0';
    must(c->create(c, s->capacity, &like.queue));
    like.until_ns = clock_now_ns() + box_ns;
    start(consumers, s->n_consumers, &like, consume);
    start(producers, s->n_producers, &like, produce);
    join(producers, s->n_producers);
    if (s->end == END_AFTER)
        end_after(c, like.queue);
    join(consumers, s->n_consumers);
    ledger_add(&came, &dropped);
    for (size_t i = 0; i < s->n_consumers; i++) {
        ledger_add(&came, &consumers[i].ledger);
        if (consumers[i].error != EPIPE)
            snprintf(why, PRESS_WHY, "a get gives %d", consumers[i].error);
    }
    uint64_t n = judge(producers, s->n_producers, &came, why);
    must(c->destroy(like.queue));
    return n;
}
