/* What has come by the time that a deadline has passed is still taken.
 * SPDX-License-Identifier: MIT
 *
 * The test holds the lock until the deadline is over and makes the condition come
 * true without ringing: the wait can end only by its deadline, and must then
 * look at the queue before it reports ETIMEDOUT.
 */
#include <errno.h>

#include "clock.h"
#include "page.h"
#include "tasks.h"
#include "timed.h"
#include "waiter.h"

struct late {
    struct queue q;
    int (*call)(struct late *late, const struct timespec *deadline);
    int64_t deadline_ns;
    int error;
};

static int
get(struct late *l, const struct timespec *deadline)
{
    void *item;

    return queue_get_until(&l->q, &item, deadline);
}

static int
put(struct late *l, const struct timespec *deadline)
{
    return queue_put_until(&l->q, l, deadline);
}

static int
join(struct late *l, const struct timespec *deadline)
{
    return queue_join_until(&l->q, deadline);
}

static void *
run(void *late)
{
    struct late *l = late;
    struct timespec deadline = clock_timespec(l->deadline_ns);

    l->error = l->call(l, &deadline);
    return NULL;
}

/* Waits in the call; then, lock held and the deadline over, changes what the
 * call waits for.  Returns false when the wait was over too soon to see.
 */
static bool
comes_late(struct late *l, int64_t patience_ns, void (*change)(struct queue *q))
{
    pthread_t thread;

    l->deadline_ns = clock_now_ns() + patience_ns;
    check(!pthread_create(&thread, NULL, run, l), "no thread");
    while (n_waiting(&l->q) == 0 && clock_now_ns() < l->deadline_ns)
        continue;
    pthread_mutex_lock(&l->q.lock);
    bool waits = l->q.n_waiting == 1;
    while (clock_now_ns() <= l->deadline_ns + NS_PER_MS)
        clock_nap(NS_PER_MS);
    if (waits)
        change(&l->q);
    pthread_mutex_unlock(&l->q.lock);
    check(!pthread_join(thread, NULL), "join fails");
    return waits;
}

static void
until_seen(struct late *l, void (*change)(struct queue *q))
{
    int64_t patience_ns = 5 * NS_PER_MS;

    while (!comes_late(l, patience_ns, change))
        patience_ns *= 2;
    check(l->error == 0, "it gives %d", l->error);
    end_queue(&l->q);
}

static void
push(struct queue *q)
{
    deque_push(&q->items, q);
}

static void
pop(struct queue *q)
{
    void *item;

    deque_pop(&q->items, &item);
}

static void
finish(struct queue *q)
{
    q->n_done++;
}

TEST(late, an_item_is_taken)
{
    struct late l = {.call = get};

    make_queue(&l.q, "late", 1);
    until_seen(&l, push);
}

TEST(late, a_place_is_filled)
{
    struct late l = {.call = put};

    make_queue(&l.q, "late", 1);
    check(!queue_put(&l.q, &l), "put fails");
    until_seen(&l, pop);
}

TEST(late, a_join_succeeds)
{
    struct late l = {.call = join};

    make_queue(&l.q, "late", 1);
    check(!queue_put(&l.q, &l), "put fails");
    until_seen(&l, finish);
}
