/* A thread that is cancelled in a wait leaves a queue that works.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

#include "clock.h"
#include "naps.h"
#include "page.h"
#include "tasks.h"
#include "waiter.h"
#include "with/with.h"

static void
is_left_alone(struct queue *q, const char *name)
{
    check(!pthread_mutex_trylock(&q->lock), "%s: the lock is held", name);
    check(q->n_waiting == 0, "%s: %zu wait", name, q->n_waiting);
    pthread_mutex_unlock(&q->lock);
}

static void
works(struct queue *q, const char *name)
{
    void *item;

    if (queue_size(q))
        check(!queue_get(q, &item), "%s: get fails", name);
    check(!queue_put(q, q), "%s: put fails", name);
    check(!queue_get(q, &item), "%s: get fails", name);
}

static void
is_cancelled(enum operation operation)
{
    const char *name = operation_names[operation];
    struct queue q;
    struct waiter w;

    make_queue(&q, "cancel", 1);
    make_it_wait(&q, operation);
    size_t size = queue_size(&q);
    waiter_start(&w, &q, operation, &q);
    check(!pthread_cancel(w.thread), "%s: no cancel", name);
    int result = waiter_end(&w);
    check(result == CANCELLED, "%s: it returned %d", name, result);
    is_left_alone(&q, name);
    check(queue_size(&q) == size, "%s: size %zu", name, queue_size(&q));
    works(&q, name);
    end_queue(&q);
}

TEST(cancel, in_a_get_leaves_the_queue_usable)
{
    is_cancelled(GET);
    is_cancelled(GET_UNTIL);
}

TEST(cancel, in_a_put_leaves_the_queue_usable)
{
    is_cancelled(PUT);
    is_cancelled(PUT_UNTIL);
}

TEST(cancel, in_a_join_leaves_the_queue_usable)
{
    is_cancelled(JOIN);
    is_cancelled(JOIN_UNTIL);
}

/* Two wait; one is cancelled while the thing that one of them can take
 * comes.  Whichever was woken for it, one takes it.
 */
static void
passes_on(enum operation operation)
{
    const char *name = operation_names[operation];
    struct queue q;
    struct waiter w[2];

    for (int round = 0; round < 200; round++) {
        make_queue(&q, "race", 1);
        make_it_wait(&q, operation);
        waiter_start(&w[0], &q, operation, &q);
        waiter_start(&w[1], &q, operation, &q);
        let_it_go(&q, operation);
        pthread_cancel(w[round % 2].thread);
        int cancelled = waiter_end(&w[round % 2]);
        if (cancelled == 0)
            let_it_go(&q, operation);
        int other = waiter_end(&w[!(round % 2)]);
        check(other == 0, "%s: the other one returned %d", name, other);
        end_queue(&q);
    }
}

TEST(cancel, of_a_getter_passes_its_wake_up_on)
{
    passes_on(GET);
    passes_on(GET_UNTIL);
}

TEST(cancel, of_a_putter_passes_its_wake_up_on)
{
    passes_on(PUT);
    passes_on(PUT_UNTIL);
}

/* With the lock held nobody can leave the wait between signal and cancel. */
static void
held_passes_on(enum operation operation, int victim)
{
    struct queue q;
    struct waiter w[2];

    make_queue(&q, "held", 1);
    waiter_start(&w[0], &q, operation, &q);
    waiter_start(&w[1], &q, operation, &q);
    with_lock (&q.lock) {
        check(!deque_push(&q.items, &q), "push fails");
        pthread_cond_signal(&q.not_empty);
        pthread_cancel(w[victim].thread);
    }
    if (waiter_end(&w[victim]) == 0)
        check(!queue_put(&q, &q), "put fails");
    check(waiter_end(&w[!victim]) == 0, "the other one fails");
    end_queue(&q);
}

TEST(cancel, between_a_wake_up_and_the_lock_loses_nothing)
{
    for (int round = 0; round < 200; round++)
        held_passes_on(round % 4 < 2 ? GET : GET_UNTIL, round % 2);
}

static void
cancel_this_thread(void *context)
{
    (void)context;
    pthread_cancel(pthread_self());
}

/* Asleep in its nap it waits for nothing: the cancellation stays pending. */
TEST(cancel, in_the_gather_nap_is_for_the_next_wait)
{
    struct queue q;
    struct waiter w;

    make_queue(&q, "gather", 0);
    q.gather_ns = 1;
    naps_do(cancel_this_thread, NULL);
    waiter_start(&w, &q, GET, NULL);
    check(!queue_put(&q, &q), "put fails");
    check(waiter_end(&w) == 0, "the item was not taken");
    check(n_waiting(&q) == 0, "%zu wait", n_waiting(&q));
    end_queue(&q);
}

TEST(cancel, waits_for_the_gather_nap_and_then_takes_the_item)
{
    struct queue q;
    struct waiter w;

    make_queue(&q, "gather", 0);
    q.gather_ns = 2 * NS_PER_MS;
    waiter_start(&w, &q, GET, NULL);
    check(!queue_put(&q, &q), "put fails");
    pthread_cancel(w.thread);
    int result = waiter_end(&w);
    check(result == 0 ? queue_size(&q) == 0 : queue_size(&q) == 1,
          "result %d, size %zu", result, queue_size(&q));
    check(n_waiting(&q) == 0, "%zu wait", n_waiting(&q));
    end_queue(&q);
}
