/* Done is said before it is put back.
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
        must(queue_task_done(&q));
        if (ends && atomic_fetch_sub(&n_left, 1) > 1)
            must(queue_put(&q, &sentinel));
        if (ends)
            break;
    }
    return unused;
}
