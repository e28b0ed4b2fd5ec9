/* Ping-pong: there through one queue and back through another.
 * SPDX-License-Identifier: MIT
 */
#include "bench/rig/rig.h"
#include "clock.h"
#include "must.h"
#include "program/run/gate.h"
#include "thread.h"

struct pingpong {
    struct rig *rig;
    void *there, *back;
};

/* Returns what it gets; 0 says the end. */
static void *
return_balls(void *argument)
{
    struct pingpong *p = argument;
    const struct contender *c = p->rig->contender;
    uintptr_t ball;

    rig_place(p->rig, 1);
    do {
        rig_must(p->rig, "get", c->get(p->there, &ball, NULL));
        rig_must(p->rig, "put", c->put(p->back, ball, NULL));
    } while (ball);
    return NULL;
}

static uintptr_t
round_trip(struct pingpong *p, uintptr_t ball)
{
    const struct contender *c = p->rig->contender;
    uintptr_t back;

    rig_must(p->rig, "put", c->put(p->there, ball, NULL));
    rig_must(p->rig, "get", c->get(p->back, &back, NULL));
    return back;
}

void
rig_pingpong(struct rig *rig)
{
    struct pingpong p = {rig, rig_queue(rig), rig_queue(rig)};
    pthread_t other;

    rig->delays_ns = rig_samples(rig->n_items);
    rig_place(rig, 0);
    must(thread_start(&other, "consumer", 0, return_balls, &p));
    gate_pass(rig->gate_fd, "ready");
    int64_t start_ns = clock_now_ns();
    int64_t served_ns = start_ns;
    for (uint64_t i = 0;
         i < rig->n_items && served_ns - start_ns < rig->limit_ns; i++) {
        served_ns = clock_now_ns();
        rig->n_wrong += round_trip(&p, i + 1) != i + 1;
        rig->delays_ns[i] = clock_now_ns() - served_ns;
        rig->n_got++;
    }
    rig->wall_ns = clock_now_ns() - start_ns;
    gate_pass(rig->gate_fd, "done");
    round_trip(&p, 0);
    must(pthread_join(other, NULL));
    rig->n_items = rig->n_delays = rig->n_got;
    rig->counts = rig->contender->counts(p.there);
    rig_must(rig, "destroy", rig->contender->destroy(p.there));
    rig_must(rig, "destroy", rig->contender->destroy(p.back));
}
