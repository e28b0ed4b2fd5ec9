/* Exercise 8: does this worker keep the law?
 * SPDX-License-Identifier: MIT
 *
 * Returns 0 for a worker that does what worker.h says, else 1 (or it
 * never returns, which the explorer sees too).
 */
#include "worker.h"

int
main(void)
{
    struct worker w;

    worker_start(&w);
    worker_put(&w);
    worker_stop(&w);
    worker_join(&w);
    return w.exits == 1 ? 0 : 1;
}
