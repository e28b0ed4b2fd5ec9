/* Looks whether it is the last, and counts itself later.
 * SPDX-License-Identifier: MIT
 */
#include "blocking/queue.h"
#include "crew.h"

static void *
work(void *unused)
{
    void *item;

    while (queue_get(&q, &item) == 0) {
        bool ends = item == &sentinel;
        n_done += !ends;
        if (ends && n_left > 1)
            must(queue_put(&q, &sentinel));
        must(queue_task_done(&q));
        if (ends) {
            n_left--;
            break;
        }
    }
    return unused;
}
