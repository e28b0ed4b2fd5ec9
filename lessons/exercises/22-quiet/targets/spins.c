/* Looks at an atomic and makes no call.
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

static void
wait_for_item(struct queue *q)
{
    must(pthread_mutex_unlock(&q->lock));
    while (q->n_items == 0)
        ;
    must(pthread_mutex_lock(&q->lock));
}
