/* Exercise 20: the order in which a diamond is stopped.
 * SPDX-License-Identifier: MIT
 */
#include "stages.h"

void
stop(void)
{
    queue_close(&a);
    queue_close(&b);
    queue_close(&c);
    queue_close(&d);
    queue_join(&a);
    queue_join(&b);
    queue_join(&c);
}
