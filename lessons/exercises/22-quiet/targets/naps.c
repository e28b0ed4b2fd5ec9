/* Lets go of the lock, and naps.
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

static void
wait_for_item(struct queue *q)
{
    must(pthread_mutex_unlock(&q->lock));
    nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    must(pthread_mutex_lock(&q->lock));
}
