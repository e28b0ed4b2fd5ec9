/* Everybody puts it back, the last one too.
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
        if (ends)
            must(queue_put(&q, &sentinel));
        must(queue_task_done(&q));
        if (ends)
            break;
    }
    return unused;
}
