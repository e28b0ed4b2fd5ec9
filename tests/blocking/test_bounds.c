/* What bounds a blocking pipeline: its capacity, and its first stage's nap.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>

#include "clock.h"
#include "page.h"
#include "pipeline/line.h"
#include "waiter.h"

static pthread_mutex_t door = PTHREAD_MUTEX_INITIALIZER;

static struct item *
wait_at_the_door(void *context, struct item *item)
{
    (void)context;
    pthread_mutex_lock(&door);
    pthread_mutex_unlock(&door);
    return item;
}

TEST(bounds, an_offer_to_a_full_first_queue_is_refused)
{
    static struct line l;

    line_init(&l, 1, one_each);
    l.plan.stages[0].work = wait_at_the_door;
    pthread_mutex_lock(&door);
    check(!line_start(&l), "start");
    line_feed(&l, 2); /* the second one fits once the first is in hand */
    int error = pipeline_offer(&l.pipeline, &l.items[2]);
    pthread_mutex_unlock(&door);
    check(error == EAGAIN, "offer gives %d", error);
    line_end(&l);
    check(l.n_back == 2, "%zu came back", l.n_back);
}

TEST(bounds, the_done_queue_has_none)
{
    static struct line l;

    line_init(&l, 1, one_each);
    check(!line_start(&l), "start");
    for (size_t i = 0; i < LINE_STAGES; i++)
        check(l.pipeline.queues[i].capacity == 1, "queue %zu has %zu", i,
              l.pipeline.queues[i].capacity);
    check(l.pipeline.queues[LINE_STAGES].capacity == 0, "done has a capacity");
    line_end(&l);
}

TEST(bounds, only_the_first_stage_gathers)
{
    static struct line l;

    line_init(&l, 0, one_each);
    l.plan.gather_ns = 20 * NS_PER_MS;
    check(!line_start(&l), "start");
    check(l.pipeline.queues[0].gather_ns == l.plan.gather_ns, "it does not");
    for (size_t i = 1; i <= LINE_STAGES; i++)
        check(!l.pipeline.queues[i].gather_ns, "queue %zu does too", i);
    await_waiting(&l.pipeline.queues[0], 1);
    int64_t start = clock_now_ns();
    line_feed(&l, 1);
    pipeline_settle(&l.pipeline);
    check(clock_now_ns() - start >= l.plan.gather_ns, "it came too early");
    line_end(&l);
}
