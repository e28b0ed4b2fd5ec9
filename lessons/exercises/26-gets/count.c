/* Exercise 26: count every get, here and in files that never saw this one.
 * SPDX-License-Identifier: MIT
 *
 * link: -Wl,-O1
 */
#include "blocking/queue.h"
#include "count.h"

static int n_seen;

int
traced_get(struct queue *q, void **item)
{
    n_seen++;
    return queue_get(q, item);
}

#define queue_get(q, item) traced_get(q, item)

int
n_gets_seen(void)
{
    return n_seen;
}
