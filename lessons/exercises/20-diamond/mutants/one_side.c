/* One side is joined, and the other is forgotten.
 * SPDX-License-Identifier: MIT
 */
#include "blocking/queue.h"
#include "stages.h"

static void
stop(void)
{
    queue_close(&a);
    queue_join(&a);
    queue_close(&b);
    queue_close(&c);
    queue_join(&b);
    queue_close(&d);
    queue_join(&c);
}
