/* Puts it back, and says nothing of the one that it got.
 * SPDX-License-Identifier: MIT
 */
#include "blocking/queue.h"
#include "crew.h"

static void *
work(void *unused)
{
    void *item;

    while (queue_get(&q, &item) == 0) {
        if (item == &sentinel) {
            if (atomic_fetch_sub(&n_left, 1) > 1)
                must(queue_put(&q, &sentinel));
            break;
        }
        n_done++;
        must(queue_task_done(&q));
    }
    return unused;
}
