/* The lock is held in no call longer than the call.
 * SPDX-License-Identifier: MIT
 *
 * Looked at by a try, so that a lock that was kept is a failure and no hang.
 */
#include "closing.h"
#include "page.h"
#include "tasks.h"
#include "timed.h"

static void
is_free(struct queue *q, const char *call)
{
    check(!pthread_mutex_trylock(&q->lock), "%s keeps the lock", call);
    pthread_mutex_unlock(&q->lock);
}

#define LEAVES_IT_FREE(q, call)                                                \
    do {                                                                       \
        (void)(call);                                                          \
        is_free(q, #call);                                                     \
    } while (0)

static void
calls_that_succeed(struct queue *q)
{
    const struct timespec past = {0};
    void *item;

    LEAVES_IT_FREE(q, queue_put(q, q));
    LEAVES_IT_FREE(q, queue_get(q, &item));
    LEAVES_IT_FREE(q, queue_try_put(q, q));
    LEAVES_IT_FREE(q, queue_try_get(q, &item));
    LEAVES_IT_FREE(q, queue_put_until(q, q, &past));
    LEAVES_IT_FREE(q, queue_get_until(q, &item, &past));
    for (int i = 0; i < 3; i++)
        LEAVES_IT_FREE(q, queue_task_done(q));
    LEAVES_IT_FREE(q, (queue_join(q), 0));
    LEAVES_IT_FREE(q, queue_join_until(q, &past));
}

static void
calls_that_fail(struct queue *q)
{
    const struct timespec past = {0};
    void *item;

    LEAVES_IT_FREE(q, queue_task_done(q));
    LEAVES_IT_FREE(q, queue_try_get(q, &item));
    LEAVES_IT_FREE(q, queue_get_until(q, &item, &past));
    check(!queue_put(q, q), "put fails");
    LEAVES_IT_FREE(q, queue_try_put(q, q));
    LEAVES_IT_FREE(q, queue_put_until(q, q, &past));
    LEAVES_IT_FREE(q, queue_join_until(q, &past));
    LEAVES_IT_FREE(q, queue_destroy(q));
}

static void
calls_about_the_queue(struct queue *q)
{
    LEAVES_IT_FREE(q, queue_size(q));
    LEAVES_IT_FREE(q, queue_unfinished(q));
    LEAVES_IT_FREE(q, queue_counts(q).waits);
    LEAVES_IT_FREE(q, queue_closed(q));
}

TEST(lock, is_free_after_each_call)
{
    struct queue q;
    void *item;

    make_queue(&q, "lock", 1);
    calls_that_succeed(&q);
    calls_that_fail(&q);
    calls_about_the_queue(&q);
    LEAVES_IT_FREE(&q, (queue_close(&q), 0));
    LEAVES_IT_FREE(&q, queue_put(&q, &q));
    LEAVES_IT_FREE(&q, queue_get(&q, &item));
    LEAVES_IT_FREE(&q, queue_get(&q, &item));
    end_queue(&q);
}

TEST(lock, is_free_after_a_close_that_drops)
{
    struct queue q;

    make_queue(&q, "lock", 0);
    check(!queue_put(&q, &q), "put fails");
    LEAVES_IT_FREE(&q, (queue_close_drop(&q, NULL, NULL), 0));
    end_queue(&q);
}
