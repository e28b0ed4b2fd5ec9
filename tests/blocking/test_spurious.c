/* A wake-up is a hint: a thread woken for nothing looks, and waits again.
 * SPDX-License-Identifier: MIT
 */
#include <sched.h>

#include "page.h"
#include "tasks.h"
#include "waiter.h"
#include "with/with.h"

/* Rings without cause, and waits for the second sleep; a call that returns
 * instead has taken the hint for the truth.
 */
static void
sleeps_again(enum operation operation)
{
    struct queue q;
    struct waiter w;

    make_queue(&q, "spurious", 1);
    make_it_wait(&q, operation);
    size_t size = queue_size(&q);
    waiter_start(&w, &q, operation, &q);
    with_lock (&q.lock) {
        pthread_cond_broadcast(&q.not_empty);
        pthread_cond_broadcast(&q.not_full);
        pthread_cond_broadcast(&q.all_done);
    }
    while (queue_counts(&q).waits < 2) {
        check(pthread_tryjoin_np(w.thread, NULL), "%s returned %d",
              operation_names[operation], w.result);
        sched_yield();
    }
    check(queue_size(&q) == size, "size %zu", queue_size(&q));
    let_it_go(&q, operation);
    check(waiter_end(&w) == 0, "%s gives %d", operation_names[operation],
          w.result);
    end_queue(&q);
}

TEST(spurious, wake_ups_do_not_end_a_get)
{
    sleeps_again(GET);
    sleeps_again(GET_UNTIL);
}

TEST(spurious, wake_ups_do_not_end_a_put)
{
    sleeps_again(PUT);
    sleeps_again(PUT_UNTIL);
}

TEST(spurious, wake_ups_do_not_end_a_join)
{
    sleeps_again(JOIN);
    sleeps_again(JOIN_UNTIL);
}
