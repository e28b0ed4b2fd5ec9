/* The slide's own program: ten puts, ten task_done, and no get.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "must.h"

int
main(void)
{
    struct queue q;

    must(queue_init(&q, "q", 0));
    for (int i = 0; i < 10; i++)
        must(queue_put(&q, &q));
    for (int i = 0; i < 10; i++)
        must(queue_task_done(&q));
    queue_join(&q);
    printf("join returned, and there are %zu items in the queue\n",
           queue_size(&q));
    printf("one task_done more: %s\n", strerror(queue_task_done(&q)));
    return 0;
}
