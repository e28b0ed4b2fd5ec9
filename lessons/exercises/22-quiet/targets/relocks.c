/* Unlocks, locks, and looks again.
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

static void
wait_for_item(struct queue *q)
{
    must(pthread_mutex_unlock(&q->lock));
    must(pthread_mutex_lock(&q->lock));
}
