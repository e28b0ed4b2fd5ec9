/* Latency: how soon does a waiting consumer notice?
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <sys/prctl.h>

#include "bench/rig/rig.h"
#include "clock.h"
#include "must.h"
#include "program/run/gate.h"
#include "thread.h"

struct latency {
    struct rig *rig;
    void *queue;
    int64_t *due_ns; /* of each item */
};

/* An item is its number plus 1; 0 says the end. */
static void *
consume(void *argument)
{
    struct latency *l = argument;
    struct rig *rig = l->rig;
    uintptr_t item;

    rig_place(rig, 1);
    for (;;) {
        rig_must(rig, "get", rig->contender->get(l->queue, &item, NULL));
        if (!item)
            return NULL;
        int64_t delay_ns = clock_now_ns() - l->due_ns[item - 1];
        rig->delays_ns[rig->n_got] = delay_ns;
        rig->notice_ns_of[rig->n_got] = delay_ns - rig->late_ns_of[item - 1];
        rig->n_wrong += item != ++rig->n_got;
    }
}

void
rig_latency(struct rig *rig)
{
    struct latency l = {rig, rig_queue(rig), rig_samples(rig->n_items)};
    pthread_t consumer;

    rig->delays_ns = rig_samples(rig->n_items);
    rig->late_ns_of = rig_samples(rig->n_items);
    rig->notice_ns_of = rig_samples(rig->n_items);
    rig_place(rig, 0);
    must(thread_start(&consumer, "consumer", 0, consume, &l));
    /* For the schedule alone: threads inherit it, so the consumer comes first.
     */
    prctl(PR_SET_TIMERSLACK, 1UL);
    gate_pass(rig->gate_fd, "ready");
    int64_t start_ns = clock_now_ns();
    rig_produce(rig, l.queue, l.due_ns);
    rig->wall_ns = clock_now_ns() - start_ns;
    gate_pass(rig->gate_fd, "done");
    rig_must(rig, "put", rig->contender->put(l.queue, 0, NULL));
    must(pthread_join(consumer, NULL));
    rig->n_delays = rig->n_got;
    rig->counts = rig->contender->counts(l.queue);
    rig_must(rig, "destroy", rig->contender->destroy(l.queue));
    free(l.due_ns);
}
