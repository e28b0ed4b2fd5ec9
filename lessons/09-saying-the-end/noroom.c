/* To close a full queue by a sentinel is to wait for room for it.
 * SPDX-License-Identifier: MIT
 *
 * The workers are gone (they failed), the queue is full, and main wants to
 * close it.  The sentinel has no room; the deadline is for you.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "blocking/timed.h"
#include "clock.h"
#include "must.h"

int
main(void)
{
    struct queue q;
    char sentinel;

    must(queue_init(&q, "q", 2));
    must(queue_put(&q, &q));
    must(queue_put(&q, &q));
    struct timespec deadline = clock_timespec(clock_now_ns() + NS_PER_S / 2);
    int error = queue_put_until(&q, &sentinel, &deadline);
    printf("by a sentinel: %s\n", error ? "deadline over" : "closed");
    queue_close(&q);
    printf("by closing it: closed, %zu items are still to be drained\n",
           queue_size(&q));
    return 0;
}
