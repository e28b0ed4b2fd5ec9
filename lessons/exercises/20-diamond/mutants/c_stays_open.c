/* C is never closed, so its worker never ends.
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
    queue_join(&b);
    queue_join(&c);
    queue_close(&d);
}
