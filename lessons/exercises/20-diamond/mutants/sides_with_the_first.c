/* B and C are closed while A still has items.
 * SPDX-License-Identifier: MIT
 */
#include "blocking/queue.h"
#include "stages.h"

static void
stop(void)
{
    queue_close(&a);
    queue_close(&b);
    queue_close(&c);
    queue_join(&a);
    queue_join(&b);
    queue_join(&c);
    queue_close(&d);
}
