/* Both sides of the diamond are joined before the last queue is closed.
 * SPDX-License-Identifier: MIT
 */
#include "stages.h"

void
stop(void)
{
    queue_close(&a);
    queue_join(&a);
    queue_close(&b);
    queue_close(&c);
    queue_join(&b);
    queue_join(&c);
    queue_close(&d);
}
