/* Idle and shutdown: consumers that wait, and how they go.
 * SPDX-License-Identifier: MIT
 */
#include "bench/rig/rig.h"
#include "clock.h"
#include "program/run/gate.h"

static void
end(struct rig *rig, void *queue)
{
    rig->counts = rig->contender->counts(queue);
    rig_must(rig, "destroy", rig->contender->destroy(queue));
}

void
rig_idle(struct rig *rig)
{
    void *queue = rig_queue(rig);
    struct consumers *consumers = consumers_start(rig, queue, NULL);
    int64_t start_ns = clock_now_ns();

    rig->n_items = 0;
    gate_pass(rig->gate_fd, "ready");
    rig->wall_ns = clock_now_ns() - start_ns;
    gate_pass(rig->gate_fd, "done");
    consumers_end(consumers);
    end(rig, queue);
}

void
rig_shutdown(struct rig *rig)
{
    void *queue = rig_queue(rig);
    struct consumers *consumers = consumers_start(rig, queue, NULL);

    rig_place(rig, 0);
    gate_pass(rig->gate_fd, "ready");
    int64_t start_ns = clock_now_ns(), last_ns = start_ns;
    for (uint64_t i = 0; i < rig->n_items; i++) {
        rig_must(rig, "put", rig->contender->put(queue, i + 1, NULL));
        last_ns = clock_now_ns();
    }
    consumers_end(consumers);
    rig->wall_ns = clock_now_ns() - start_ns;
    rig->shutdown_ns = clock_now_ns() - last_ns;
    gate_pass(rig->gate_fd, "done");
    end(rig, queue);
}
