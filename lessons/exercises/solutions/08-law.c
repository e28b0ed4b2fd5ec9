/* Waits for what must come, and then adds up, however it ended.
 * SPDX-License-Identifier: MIT
 */
#include "worker.h"

/* It must get there by itself, also after it had nothing to do. */
static void
put_and_wait(struct worker *w, int n_done)
{
    worker_put(w);
    while (atomic_load(&w->work_done) < n_done)
        nap();
}

int
main(void)
{
    struct worker w;

    worker_start(&w);
    put_and_wait(&w, 1);
    nap();
    nap();
    put_and_wait(&w, 2);
    worker_put(&w); /* it may take this one, or not */
    worker_stop(&w);
    worker_join(&w);
    bool law = w.polls == w.work_done + w.empty_looks + w.exits;
    bool none_lost = w.work_done + w.n_items == 3;
    return law && none_lost && w.exits == 1 ? 0 : 1;
}
