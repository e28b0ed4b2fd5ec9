/* Gather: who was woken lets a batch come before it takes any.
 * SPDX-License-Identifier: MIT
 */
#include "clock.h"
#include "naps.h"
#include "numbered.h"
#include "page.h"
#include "waiter.h"

enum { BATCH = 20 };

struct drainer {
    struct queue q;
    size_t n, waits_when_drained;
    pthread_t thread;
};

static void *
drain(void *drainer)
{
    struct drainer *d = drainer;
    void *item;

    while (d->n < BATCH && queue_get(&d->q, &item) == 0)
        d->n += number_of(item) == d->n;
    d->waits_when_drained = queue_counts(&d->q).waits;
    return NULL;
}

/* The nap is far longer than twenty puts; should the puts be held up all the
 * same, the drainer waits again, and only the batch is smaller: so the test
 * tries until the puts were fast enough, which it sees from n_waiting.
 */
static bool
gathers_a_batch(int64_t nap_ns)
{
    struct drainer d = {0};
    bool in_time;

    make_queue(&d.q, "gather", 0);
    d.q.gather_ns = nap_ns;
    check(!pthread_create(&d.thread, NULL, drain, &d), "no thread");
    await_waiting(&d.q, 1);
    int64_t start = clock_now_ns();
    for (size_t i = 0; i < BATCH; i++)
        check(!queue_put(&d.q, numbered(i)), "put fails");
    in_time = clock_now_ns() - start < nap_ns;
    check(!pthread_join(d.thread, NULL), "join fails");
    check(d.n == BATCH, "%zu of %d in order", d.n, BATCH);
    check(!in_time || d.waits_when_drained == 1, "%zu waits for one batch",
          d.waits_when_drained);
    end_queue(&d.q);
    return in_time;
}

TEST(gather, takes_what_comes_during_the_nap_without_another_wait)
{
    int64_t nap_ns = 10 * NS_PER_MS;

    while (!gathers_a_batch(nap_ns))
        nap_ns *= 2;
}

TEST(gather, naps_as_long_as_it_was_told)
{
    struct queue q;
    struct waiter getter;

    make_queue(&q, "gather", 0);
    q.gather_ns = 20 * NS_PER_MS;
    waiter_start(&getter, &q, GET, NULL);
    int64_t start = clock_now_ns();
    check(!queue_put(&q, &q), "put fails");
    check(waiter_end(&getter) == 0, "get fails");
    check(clock_now_ns() - start >= q.gather_ns, "it came too early");
    end_queue(&q);
}

/* One getter waits, and one item comes. */
static void
get_one(struct queue *q)
{
    struct waiter getter;

    waiter_start(&getter, q, GET, NULL);
    check(!queue_put(q, q), "put fails");
    check(waiter_end(&getter) == 0, "get fails");
}

static void
lock_is_free(void *queue)
{
    struct queue *q = queue;

    check(!pthread_mutex_trylock(&q->lock), "it naps with the lock");
    pthread_mutex_unlock(&q->lock);
}

TEST(gather, naps_with_the_lock_free)
{
    struct queue q;

    make_queue(&q, "gather", 0);
    q.gather_ns = 1;
    naps_do(lock_is_free, &q);
    get_one(&q);
    check(naps_count() == 1, "%zu naps", naps_count());
    end_queue(&q);
}

TEST(gather, is_for_who_asks_for_it)
{
    struct queue q;

    make_queue(&q, "at once", 0);
    get_one(&q);
    check(naps_count() == 0, "%zu naps", naps_count());
    end_queue(&q);
}

TEST(gather, does_not_nap_when_there_is_something_at_once)
{
    struct queue q;
    void *item;

    make_queue(&q, "gather", 0);
    q.gather_ns = 3600 * NS_PER_S; /* would end in the time limit */
    check(!queue_put(&q, &q), "put fails");
    check(!queue_get(&q, &item), "get fails");
    end_queue(&q);
}

TEST(gather, does_not_nap_at_the_close_of_an_empty_queue)
{
    struct queue q;
    struct waiter getter;

    make_queue(&q, "gather", 0);
    q.gather_ns = 3600 * NS_PER_S; /* would end in the time limit */
    waiter_start(&getter, &q, GET, NULL);
    queue_close(&q);
    check(waiter_end(&getter) != 0, "an item out of nothing");
    end_queue(&q);
}

TEST(gather, of_several_getters_loses_nothing)
{
    struct queue q;
    struct waiter getters[4];
    size_t sum = 0;

    make_queue(&q, "gather", 0);
    q.gather_ns = NS_PER_MS;
    for (size_t i = 0; i < 4; i++)
        waiter_start(&getters[i], &q, GET, NULL);
    for (size_t i = 1; i <= 4; i++)
        check(!queue_put(&q, numbered(i)), "put fails");
    for (size_t i = 0; i < 4; i++) {
        check(waiter_end(&getters[i]) == 0, "get fails");
        sum += number_of(getters[i].item);
    }
    check(sum == 10, "the sum is %zu", sum);
    end_queue(&q);
}

static void *
get_and_look(void *queue)
{
    int state;
    void *item;

    check(!queue_get(queue, &item), "get fails");
    pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &state);
    return state == PTHREAD_CANCEL_ENABLE ? NULL : queue;
}

TEST(gather, leaves_its_thread_as_cancellable_as_it_was)
{
    struct queue q;
    pthread_t getter;
    void *wrong;

    make_queue(&q, "gather", 0);
    q.gather_ns = 1;
    check(!pthread_create(&getter, NULL, get_and_look, &q), "no thread");
    await_waiting(&q, 1);
    check(!queue_put(&q, &q), "put fails");
    check(!pthread_join(getter, &wrong) && !wrong, "it cannot be cancelled");
    end_queue(&q);
}
