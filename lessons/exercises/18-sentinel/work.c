/* Exercise 18: one sentinel for all.
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
        must(queue_task_done(&q)); /* for the sentinel too */
        if (ends)
            break;
    }
    return unused;
}
