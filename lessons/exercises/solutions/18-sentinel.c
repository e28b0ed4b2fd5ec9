/* The sentinel goes round, and the last one keeps it.
 * SPDX-License-Identifier: MIT
 */
#include "crew.h"

void
work(void)
{
    void *item;

    while (queue_get(&q, &item) == 0) {
        bool ends = item == &sentinel;
        if (!ends)
            do_item(item);
        if (ends && atomic_fetch_sub(&n_left, 1) > 1)
            must(queue_put(&q, &sentinel));
        must(queue_task_done(&q));
        if (ends)
            break;
    }
}
