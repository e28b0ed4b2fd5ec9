/* The deadline has too many nanoseconds, so no wait ever waits.
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

static void
wait_for_item(struct queue *q)
{
    struct timespec deadline;

    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_nsec += 1000000000;
    (void)pthread_cond_timedwait(&q->not_empty, &q->lock, &deadline);
    must(pthread_mutex_unlock(&q->lock)); /* let others in */
    must(pthread_mutex_lock(&q->lock));
}
