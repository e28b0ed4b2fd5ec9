/* Stops it only when it has nothing left to do.
 * SPDX-License-Identifier: MIT
 */
#include "worker.h"

int
main(void)
{
    struct worker w;

    worker_start(&w);
    for (int i = 1; i <= 2; i++) {
        worker_put(&w);
        while (atomic_load(&w.work_done) < i)
            nap();
    }
    worker_stop(&w);
    worker_join(&w);
    bool law = w.polls == w.work_done + w.empty_looks + w.exits;
    return law && w.work_done == 2 && w.exits == 1 ? 0 : 1;
}
