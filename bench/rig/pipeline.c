/* A pipeline: three stages that do nothing but hand on.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "bench/rig/rig.h"
#include "clock.h"
#include "must.h"
#include "program/run/gate.h"
#include "thread.h"

enum { N_STAGES = 3 };

struct stage {
    struct rig *rig;
    void *in, *out; /* out: NULL behind the last */
    const int64_t *due_ns;
    pthread_t thread;
};

/* An item is its number plus 1, and is done when the last stage has it. */
static void
finish(struct stage *s, uintptr_t item)
{
    struct rig *rig = s->rig;

    rig->delays_ns[rig->n_got] = clock_now_ns() - s->due_ns[item - 1];
    rig->n_wrong += item != ++rig->n_got;
}

/* A 0 says the end, and is handed on too. */
static void *
run(void *argument)
{
    struct stage *s = argument;
    const struct contender *c = s->rig->contender;
    uintptr_t item;

    rig_place(s->rig, 1);
    do {
        rig_must(s->rig, "get", c->get(s->in, &item, NULL));
        if (s->out)
            rig_must(s->rig, "put", c->put(s->out, item, NULL));
        else if (item)
            finish(s, item);
    } while (item);
    return NULL;
}

static void
start(struct rig *rig, struct stage *stages, const int64_t *due_ns)
{
    void *out = NULL;

    for (size_t i = N_STAGES; i-- > 0;) {
        stages[i] = (struct stage){rig, rig_queue(rig), out, due_ns, 0};
        out = stages[i].in;
    }
    for (size_t i = 0; i < N_STAGES; i++)
        must(thread_start(&stages[i].thread, "stage", i, run, &stages[i]));
}

static void
end(struct rig *rig, struct stage *stages)
{
    rig_must(rig, "put", rig->contender->put(stages[0].in, 0, NULL));
    for (size_t i = 0; i < N_STAGES; i++)
        must(pthread_join(stages[i].thread, NULL));
    rig->n_delays = rig->n_got;
    rig->counts = rig->contender->counts(stages[0].in);
    for (size_t i = 0; i < N_STAGES; i++)
        rig_must(rig, "destroy", rig->contender->destroy(stages[i].in));
}

void
rig_pipeline(struct rig *rig)
{
    struct stage stages[N_STAGES];
    int64_t *due_ns = rig_samples(rig->n_items);

    rig->delays_ns = rig_samples(rig->n_items);
    rig_place(rig, 0);
    start(rig, stages, due_ns);
    gate_pass(rig->gate_fd, "ready");
    int64_t start_ns = clock_now_ns();
    rig_produce(rig, stages[0].in, due_ns);
    rig->wall_ns = clock_now_ns() - start_ns;
    gate_pass(rig->gate_fd, "done");
    end(rig, stages);
    free(due_ns);
}
