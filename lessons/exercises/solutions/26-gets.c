/* The linker gives all callers another function, and this one the real one.
 * SPDX-License-Identifier: MIT
 *
 * link: -Wl,--wrap=queue_get
 */
#include "blocking/queue.h"
#include "count.h"

static int n_seen;

int __real_queue_get(struct queue *q, void **item);
int __wrap_queue_get(struct queue *q, void **item);

int
__wrap_queue_get(struct queue *q, void **item)
{
    n_seen++;
    return __real_queue_get(q, item);
}

int
n_gets_seen(void)
{
    return n_seen;
}
