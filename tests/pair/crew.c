/* One worker between two queues.
 * SPDX-License-Identifier: MIT
 */
#include <sched.h>

#include "crew.h"

void
crew_init(struct crew *c, struct item *(*work)(void *, struct item *))
{
    *c = (struct crew){.stage = {"resize", open_counted, work, close_counted}};
    make_queue(&c->in, "in", 0);
    make_queue(&c->out, "out", 0);
    c->options.reason = c->reason;
    c->worker.stage = &c->stage;
    c->worker.options = &c->options;
    c->worker.in = &c->in;
    c->worker.out = &c->out;
    c->worker.crew = &c->n_living;
}

void
crew_put(struct crew *c, struct item *items, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        items[i].number = i;
        check(!queue_put(&c->in, &items[i]), "put %zu fails", i);
    }
}

void
crew_finish(struct crew *c, size_t n)
{
    while (queue_size(&c->out) + c->worker.n_stranded < n)
        sched_yield();
    tell_to_stop(&c->worker);
    worker_join(&c->worker);
}

void
crew_destroy(struct crew *c)
{
    end_queue(&c->in);
    end_queue(&c->out);
}
