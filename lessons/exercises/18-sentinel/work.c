/* Exercise 18: one sentinel for all.
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
        must(queue_task_done(&q)); /* for the sentinel too */
        if (ends)
            break;
    }
}
