/* Wants all items done: who is told to stop need not do that.
 * SPDX-License-Identifier: MIT
 */
#include "worker.h"

int
main(void)
{
    struct worker w;

    worker_start(&w);
    worker_put(&w);
    worker_put(&w);
    worker_stop(&w);
    worker_join(&w);
    bool law = w.polls == w.work_done + w.empty_looks + w.exits;
    return law && w.work_done == 2 ? 0 : 1;
}
