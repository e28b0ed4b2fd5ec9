/* Sleeps until another thread signals.
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

static void
wait_for_item(struct queue *q)
{
    must(pthread_cond_wait(&q->not_empty, &q->lock));
}
