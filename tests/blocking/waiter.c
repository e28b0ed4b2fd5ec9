/* A thread that makes one call that waits.
 * SPDX-License-Identifier: MIT
 */
#include <sched.h>

#include "clock.h"
#include "page.h"
#include "tasks.h"
#include "timed.h"
#include "waiter.h"
#include "with/with.h"

const char *const operation_names[] = {"get",       "put",       "join",
                                       "get_until", "put_until", "join_until"};

static int
call(struct waiter *w)
{
    switch (w->operation) {
    case GET:
        return queue_get(w->q, &w->item);
    case PUT:
        return queue_put(w->q, w->item);
    case JOIN:
        queue_join(w->q);
        return 0;
    case GET_UNTIL:
        return queue_get_until(w->q, &w->item, &w->deadline);
    case PUT_UNTIL:
        return queue_put_until(w->q, w->item, &w->deadline);
    case JOIN_UNTIL:
        return queue_join_until(w->q, &w->deadline);
    }
    return -2;
}

static void *
run(void *waiter)
{
    struct waiter *w = waiter;

    w->result = call(w);
    return NULL;
}

void
waiter_go(struct waiter *w, struct queue *q, enum operation operation,
          void *item)
{
    *w = (struct waiter){.q = q,
                         .operation = operation,
                         .item = item,
                         .deadline = from_now(3600 * NS_PER_S)};
    check(!pthread_create(&w->thread, NULL, run, w), "no thread");
}

void
waiter_start(struct waiter *w, struct queue *q, enum operation operation,
             void *item)
{
    size_t before = n_waiting(q);

    waiter_go(w, q, operation, item);
    await_waiting(q, before + 1);
}

int
waiter_end(struct waiter *w)
{
    void *ended;

    check(!pthread_join(w->thread, &ended), "join of the waiter");
    return ended == PTHREAD_CANCELED ? CANCELLED : w->result;
}

size_t
n_waiting(struct queue *q)
{
    hold_lock(&q->lock);
    return q->n_waiting;
}

void
await_waiting(struct queue *q, size_t n)
{
    while (n_waiting(q) != n)
        sched_yield();
}

void
make_it_wait(struct queue *q, enum operation operation)
{
    if (operation != GET && operation != GET_UNTIL)
        check(!queue_put(q, q), "put fails");
}

void
let_it_go(struct queue *q, enum operation operation)
{
    void *item;

    if (operation == GET || operation == GET_UNTIL)
        check(!queue_put(q, q), "put fails");
    else if (operation == PUT || operation == PUT_UNTIL)
        check(!queue_get(q, &item), "get fails");
    else
        check(!queue_task_done(q), "task_done fails");
}

struct timespec
from_now(int64_t ns)
{
    return clock_timespec(clock_now_ns() + ns);
}
