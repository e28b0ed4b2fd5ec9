/* Adds up the polls, and not the items.
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
    return w.polls == w.work_done + w.empty_looks + w.exits ? 0 : 1;
}
